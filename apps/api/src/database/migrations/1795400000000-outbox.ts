import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1795400000000 implements MigrationInterface {
  name = 'Outbox1795400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "email" ("id" uuid NOT NULL, CONSTRAINT "email_pk" PRIMARY KEY ("id"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "email"`);
  }
}
