import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EmailLookUps1795430000000 implements MigrationInterface {
  name = 'EmailLookUps1795430000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX "email_server_ix" ON "email" ("server_id", "id")`);
    await queryRunner.query(`CREATE INDEX "email_recipient_ix" ON "email" USING gin ("recipient_keys")`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "email_recipient_ix"`);
    await queryRunner.query(`DROP INDEX "email_server_ix"`);
  }
}
