import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TemporaryPasswords1795440000000 implements MigrationInterface {
  name = 'TemporaryPasswords1795440000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "user_account" ADD "temporary_password_until" TIMESTAMP WITH TIME ZONE`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "user_account" DROP COLUMN "temporary_password_until"`);
  }
}
