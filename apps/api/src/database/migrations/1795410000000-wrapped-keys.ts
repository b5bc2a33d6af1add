import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets get a data key of their own. Those that stand stay readable as they are (null) until `postroom keys rotate`. */
export class WrappedKeys1795410000000 implements MigrationInterface {
  name = 'WrappedKeys1795410000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "smtp_server_secret" ADD "wrapped_key" bytea`);
  }

  /** The release before reads no secret that has a data key: those are dropped and must be entered again. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE "smtp_server" SET "password_changed_at" = NULL, "password_changed_by" = NULL
      WHERE "id" IN (SELECT "server_id" FROM "smtp_server_secret" WHERE "wrapped_key" IS NOT NULL)`);
    await queryRunner.query(`DELETE FROM "smtp_server_secret" WHERE "wrapped_key" IS NOT NULL`);
    await queryRunner.query(`ALTER TABLE "smtp_server_secret" DROP COLUMN "wrapped_key"`);
  }
}
