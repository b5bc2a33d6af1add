import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstTables1795370400000 implements MigrationInterface {
  name = 'FirstTables1795370400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of CREATE) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP) await queryRunner.query(statement);
  }
}

const CREATE = [
  `CREATE TYPE "user_role" AS ENUM ('ADMIN', 'OPERATOR', 'VIEWER')`,
  `CREATE TYPE "server_kind" AS ENUM ('SMTP', 'FAX')`,
  `CREATE TYPE "protocol" AS ENUM ('SMTP', 'SMTPS')`,
  `CREATE TYPE "start_tls" AS ENUM ('DISABLED', 'ENABLED', 'ENABLED_AND_REQUIRED')`,
  `CREATE TYPE "filename_encoding" AS ENUM ('RFC2231', 'RFC2047', 'BOTH')`,
  `CREATE TYPE "test_depth" AS ENUM ('SIGN_IN', 'RECIPIENT', 'SEND')`,

  `CREATE TABLE "user_account" (
    "id" uuid NOT NULL,
    "email" text NOT NULL,
    "email_key" text NOT NULL,
    "name" text NOT NULL,
    "role" "user_role" NOT NULL,
    "is_disabled" boolean NOT NULL,
    "password_hash" text NOT NULL,
    "last_seen_at" timestamptz,
    "created_at" timestamptz NOT NULL,
    CONSTRAINT "user_account_pk" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "user_account_email_key_uq" ON "user_account" ("email_key")`,

  `CREATE TABLE "session" (
    "token_hash" bytea NOT NULL,
    "user_id" uuid NOT NULL,
    "created_at" timestamptz NOT NULL,
    "expires_at" timestamptz NOT NULL,
    CONSTRAINT "session_pk" PRIMARY KEY ("token_hash"),
    CONSTRAINT "session_user_fk" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id") ON DELETE CASCADE
  )`,
  `CREATE INDEX "session_user_ix" ON "session" ("user_id")`,
  `CREATE INDEX "session_expires_at_ix" ON "session" ("expires_at")`,

  `CREATE TABLE "audit_event" (
    "id" uuid NOT NULL,
    "at" timestamptz NOT NULL,
    "actor" text NOT NULL,
    "from_address" text,
    "action" text NOT NULL,
    "subject" text NOT NULL,
    "changes" jsonb NOT NULL,
    CONSTRAINT "audit_event_pk" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "audit_event_at_ix" ON "audit_event" ("at", "id")`,

  `CREATE TABLE "smtp_server" (
    "id" uuid NOT NULL,
    "name" text NOT NULL,
    "name_key" text COLLATE "C" NOT NULL,
    "kind" "server_kind" NOT NULL,
    "is_default" boolean NOT NULL,
    "is_enabled" boolean NOT NULL,
    "protocol" "protocol" NOT NULL,
    "hostname" text NOT NULL,
    "port" integer NOT NULL,
    "username" text,
    "password_changed_at" timestamptz,
    "password_changed_by" text,
    "start_tls" "start_tls" NOT NULL,
    "allow_insecure_auth" boolean NOT NULL,
    "timeout_seconds" integer NOT NULL,
    "mime_address_strict" boolean NOT NULL,
    "attachment_as_url_enabled" boolean NOT NULL,
    "max_attachment_bytes" integer,
    "attachment_filename_encoding" "filename_encoding" NOT NULL,
    "ehlo_name" text,
    "default_from" text,
    "fax_address_template" text,
    "max_connections" integer NOT NULL,
    "messages_per_minute" integer,
    "revision" integer NOT NULL,
    "created_at" timestamptz NOT NULL,
    "updated_at" timestamptz NOT NULL,
    CONSTRAINT "smtp_server_pk" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "smtp_server_name_key_uq" ON "smtp_server" ("name_key")`,
  `CREATE UNIQUE INDEX "smtp_server_is_default_uq" ON "smtp_server" ("is_default") WHERE "is_default"`,

  `CREATE TABLE "smtp_server_secret" (
    "server_id" uuid NOT NULL,
    "key_id" text NOT NULL,
    "nonce" bytea NOT NULL,
    "ciphertext" bytea NOT NULL,
    CONSTRAINT "smtp_server_secret_pk" PRIMARY KEY ("server_id"),
    CONSTRAINT "smtp_server_secret_server_fk" FOREIGN KEY ("server_id") REFERENCES "smtp_server" ("id") ON DELETE CASCADE
  )`,

  `CREATE TABLE "test_report" (
    "id" uuid NOT NULL,
    "server_id" uuid NOT NULL,
    "succeeded" boolean NOT NULL,
    "steps" jsonb NOT NULL,
    "failure" jsonb,
    "tls" jsonb,
    "downgraded" boolean NOT NULL,
    "accepted_reply" text,
    "transcript" jsonb NOT NULL,
    "from_address" text NOT NULL,
    "to_address" text NOT NULL,
    "depth" "test_depth" NOT NULL,
    "revision" integer,
    "by_actor" text NOT NULL,
    "started_at" timestamptz NOT NULL,
    "duration_ms" integer NOT NULL,
    CONSTRAINT "test_report_pk" PRIMARY KEY ("id"),
    CONSTRAINT "test_report_server_fk" FOREIGN KEY ("server_id") REFERENCES "smtp_server" ("id") ON DELETE CASCADE
  )`,
  `CREATE INDEX "test_report_server_ix" ON "test_report" ("server_id", "started_at")`,
];

const DROP = [
  `DROP TABLE "test_report"`,
  `DROP TABLE "smtp_server_secret"`,
  `DROP TABLE "smtp_server"`,
  `DROP TABLE "audit_event"`,
  `DROP TABLE "session"`,
  `DROP TABLE "user_account"`,
  `DROP TYPE "test_depth"`,
  `DROP TYPE "filename_encoding"`,
  `DROP TYPE "start_tls"`,
  `DROP TYPE "protocol"`,
  `DROP TYPE "server_kind"`,
  `DROP TYPE "user_role"`,
];
