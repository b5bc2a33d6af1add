import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few emails that a person wants tried although their server is held, among all that wait for it. */
export class ForcedEmails1795402000000 implements MigrationInterface {
  name = 'ForcedEmails1795402000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "email_forced_ix" ON "email" ("server_id", "due_at") WHERE "is_forced" AND "state" = 'QUEUED'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "email_forced_ix"`);
  }
}
