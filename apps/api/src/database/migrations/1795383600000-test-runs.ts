import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TestRuns1795383600000 implements MigrationInterface {
  name = 'TestRuns1795383600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "test_run" (
      "id" uuid NOT NULL,
      "caller_id" uuid NOT NULL,
      "watch_id" text,
      "started_at" timestamptz NOT NULL,
      "ended_at" timestamptz,
      CONSTRAINT "test_run_pk" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "test_run_caller_watch_uq" ON "test_run" ("caller_id", "watch_id")`,
    );
    await queryRunner.query(`CREATE INDEX "test_run_started_at_ix" ON "test_run" ("started_at")`);
    await queryRunner.query(`CREATE TABLE "test_run_step" (
      "run_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "step" jsonb NOT NULL,
      CONSTRAINT "test_run_step_pk" PRIMARY KEY ("run_id", "number"),
      CONSTRAINT "test_run_step_run_fk" FOREIGN KEY ("run_id") REFERENCES "test_run" ("id") ON DELETE CASCADE
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "test_run_step"`);
    await queryRunner.query(`DROP TABLE "test_run"`);
  }
}
