import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that waits for a server that is gone would wait for ever: whatever tries to make such a row fails instead. */
export class WaitingNeedsServer1795401000000 implements MigrationInterface {
  name = 'WaitingNeedsServer1795401000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "email" ADD CONSTRAINT "email_waiting_server_ck"
       CHECK (server_id IS NOT NULL OR state NOT IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "email" DROP CONSTRAINT "email_waiting_server_ck"`);
  }
}
