import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WaitingEmails1795401000000 implements MigrationInterface {
  name = 'WaitingEmails1795401000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Mail that waits for a server that is gone would wait for ever: whatever tries to make such a row fails instead.
    await queryRunner.query(
      `ALTER TABLE "email" ADD CONSTRAINT "email_waiting_server_ck"
       CHECK (server_id IS NOT NULL OR state NOT IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD'))`,
    );
    // The few that a person wants tried although their server is held, among all that wait for it.
    await queryRunner.query(
      `CREATE INDEX "email_forced_ix" ON "email" ("server_id", "due_at") WHERE "is_forced" AND "state" = 'QUEUED'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "email_forced_ix"`);
    await queryRunner.query(`ALTER TABLE "email" DROP CONSTRAINT "email_waiting_server_ck"`);
  }
}
