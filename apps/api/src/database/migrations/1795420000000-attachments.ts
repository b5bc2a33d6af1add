import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attachments1795420000000 implements MigrationInterface {
  name = 'Attachments1795420000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of CREATE) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "email_message" DROP COLUMN "stored_file_id"`);
    for (const table of ['attachment', 'upload', 'stored_file'])
      await queryRunner.query(`DROP TABLE "${table}"`);
  }
}

const CREATE = [
  `CREATE TABLE "stored_file" (
    "id" uuid NOT NULL,
    "size_bytes" integer,
    "sha256" bytea,
    "created_at" timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT "stored_file_pk" PRIMARY KEY ("id")
  )`,

  `CREATE TABLE "upload" (
    "id" uuid NOT NULL,
    "caller_id" uuid NOT NULL,
    "stored_file_id" uuid NOT NULL,
    "first_bytes" bytea NOT NULL,
    "created_at" timestamptz NOT NULL,
    "expires_at" timestamptz NOT NULL,
    CONSTRAINT "upload_pk" PRIMARY KEY ("id"),
    CONSTRAINT "upload_stored_file_fk" FOREIGN KEY ("stored_file_id") REFERENCES "stored_file" ("id")
  )`,
  `CREATE INDEX "upload_expires_at_ix" ON "upload" ("expires_at")`,
  `CREATE INDEX "upload_stored_file_ix" ON "upload" ("stored_file_id")`,

  `CREATE TABLE "attachment" (
    "id" uuid NOT NULL,
    "email_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "filename" text NOT NULL,
    "content_type" text NOT NULL,
    "size_bytes" integer NOT NULL,
    "content_id" text,
    "stored_file_id" uuid,
    "token_hash" bytea,
    "expires_at" timestamptz,
    "revoked_at" timestamptz,
    "downloads" integer NOT NULL,
    CONSTRAINT "attachment_pk" PRIMARY KEY ("id"),
    CONSTRAINT "attachment_email_fk" FOREIGN KEY ("email_id") REFERENCES "email" ("id") ON DELETE CASCADE,
    CONSTRAINT "attachment_stored_file_fk" FOREIGN KEY ("stored_file_id") REFERENCES "stored_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "attachment_email_position_uq" ON "attachment" ("email_id", "position")`,
  `CREATE UNIQUE INDEX "attachment_token_hash_uq" ON "attachment" ("token_hash")`,
  `CREATE INDEX "attachment_stored_file_ix" ON "attachment" ("stored_file_id")`,

  `ALTER TABLE "email_message" ADD "stored_file_id" uuid,
    ADD CONSTRAINT "email_message_stored_file_fk" FOREIGN KEY ("stored_file_id") REFERENCES "stored_file" ("id")`,
  `CREATE INDEX "email_message_stored_file_ix" ON "email_message" ("stored_file_id") WHERE "stored_file_id" IS NOT NULL`,
];
