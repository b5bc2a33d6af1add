import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1795400000000 implements MigrationInterface {
  name = 'Outbox1795400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of CREATE) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP) await queryRunner.query(statement);
  }
}

const CREATE = [
  `CREATE TYPE "email_state" AS ENUM (
    'QUEUED', 'SENDING', 'DEFERRED', 'HELD', 'ACCEPTED', 'FAILED', 'UNCERTAIN', 'CANCELLED'
  )`,

  `CREATE TABLE "delivery_worker" (
    "id" uuid NOT NULL,
    "lease_until" timestamptz NOT NULL,
    CONSTRAINT "delivery_worker_pk" PRIMARY KEY ("id")
  )`,

  // Room in each page for the new versions of its rows: an email changes some three times, and only its first and last state change an
  // index.
  `CREATE TABLE "email" (
    "id" uuid NOT NULL,
    "state" "email_state" NOT NULL,
    "server_id" uuid,
    "server_name" text NOT NULL,
    "caller_id" uuid NOT NULL,
    "idempotency_key" text,
    "content_hash" bytea,
    "from_mailbox" text NOT NULL,
    "to_mailboxes" text array NOT NULL,
    "cc_mailboxes" text array NOT NULL,
    "bcc_mailboxes" text array NOT NULL,
    "reply_to_mailboxes" text array NOT NULL,
    "sender" text NOT NULL,
    "recipients" jsonb NOT NULL,
    "recipient_keys" text array NOT NULL,
    "subject" text NOT NULL,
    "message_id" text NOT NULL,
    "size_bytes" integer NOT NULL,
    "needs_smtp_utf8" boolean NOT NULL,
    "send_at" timestamptz,
    "expires_at" timestamptz NOT NULL,
    "due_at" timestamptz NOT NULL,
    "held_at" timestamptz,
    "is_forced" boolean NOT NULL DEFAULT false,
    "possible_duplicate" boolean NOT NULL DEFAULT false,
    "attempt_count" integer NOT NULL DEFAULT 0,
    "deferral_count" integer NOT NULL DEFAULT 0,
    "crash_count" integer NOT NULL DEFAULT 0,
    "worker_id" uuid,
    "fence" integer NOT NULL DEFAULT 0,
    "claimed_at" timestamptz,
    "server_revision" integer,
    "dot_written" boolean NOT NULL DEFAULT false,
    "created_at" timestamptz NOT NULL,
    "updated_at" timestamptz NOT NULL,
    CONSTRAINT "email_pk" PRIMARY KEY ("id"),
    CONSTRAINT "email_server_fk" FOREIGN KEY ("server_id") REFERENCES "smtp_server" ("id") ON DELETE SET NULL
  ) WITH (fillfactor = 60)`,
  `CREATE UNIQUE INDEX "email_idempotency_uq" ON "email" ("idempotency_key", "caller_id") WHERE "idempotency_key" IS NOT NULL`,
  `CREATE INDEX "email_waiting_ix" ON "email" ("server_id", "state", "due_at")
    WHERE "state" IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD')`,
  `CREATE INDEX "email_failed_ix" ON "email" ("id") INCLUDE ("server_id") WHERE "state" IN ('FAILED', 'UNCERTAIN')`,

  // A message of the usual size stays in its page: out of line and compressed it would cost three rows and the compression.
  `CREATE TABLE "email_message" (
    "email_id" uuid NOT NULL,
    "content" bytea,
    CONSTRAINT "email_message_pk" PRIMARY KEY ("email_id"),
    CONSTRAINT "email_message_email_fk" FOREIGN KEY ("email_id") REFERENCES "email" ("id") ON DELETE CASCADE
  ) WITH (toast_tuple_target = 8160)`,
  `ALTER TABLE "email_message" ALTER COLUMN "content" SET STORAGE EXTERNAL`,

  `CREATE TABLE "delivery_attempt" (
    "email_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "server_revision" integer NOT NULL,
    "started_at" timestamptz NOT NULL,
    "duration_ms" integer,
    "tls_version" text,
    "downgraded" boolean NOT NULL,
    "reply" text,
    "failure" jsonb,
    CONSTRAINT "delivery_attempt_pk" PRIMARY KEY ("email_id", "number"),
    CONSTRAINT "delivery_attempt_email_fk" FOREIGN KEY ("email_id") REFERENCES "email" ("id") ON DELETE CASCADE
  )`,

  `CREATE TABLE "server_delivery" (
    "server_id" uuid NOT NULL,
    "held_since" timestamptz,
    "held_by" jsonb,
    "probe_at" timestamptz,
    "probe_minutes" integer NOT NULL DEFAULT 0,
    "released_at" timestamptz NOT NULL DEFAULT '-infinity',
    "allowance" double precision NOT NULL DEFAULT 0,
    "allowance_at" timestamptz NOT NULL DEFAULT '-infinity',
    CONSTRAINT "server_delivery_pk" PRIMARY KEY ("server_id"),
    CONSTRAINT "server_delivery_server_fk" FOREIGN KEY ("server_id") REFERENCES "smtp_server" ("id") ON DELETE CASCADE
  )`,
  `INSERT INTO "server_delivery" ("server_id", "held_since")
   SELECT "id", CASE WHEN "is_enabled" THEN NULL ELSE now() END FROM "smtp_server"`,
];

const DROP = [
  `DROP TABLE "server_delivery"`,
  `DROP TABLE "delivery_attempt"`,
  `DROP TABLE "email_message"`,
  `DROP TABLE "email"`,
  `DROP TABLE "delivery_worker"`,
  `DROP TYPE "email_state"`,
];
