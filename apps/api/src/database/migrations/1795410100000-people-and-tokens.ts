import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleAndTokens1795410100000 implements MigrationInterface {
  name = 'PeopleAndTokens1795410100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const UP = [
  `ALTER TABLE "user_account" ADD "second_factor_since" timestamptz`,

  // What the sessions of the release before do not tell cannot be made up: everybody signs in again.
  `DELETE FROM "session"`,
  `ALTER TABLE "session"
    ADD "id" uuid NOT NULL,
    ADD "last_used_at" timestamptz NOT NULL,
    ADD "authenticated_at" timestamptz NOT NULL,
    ADD "from_address" text,
    ADD "browser" text`,
  `CREATE UNIQUE INDEX "session_id_uq" ON "session" ("id")`,

  `CREATE TABLE "second_factor" (
    "id" uuid NOT NULL,
    "user_id" uuid NOT NULL,
    "is_confirmed" boolean NOT NULL,
    "key_id" text NOT NULL,
    "wrapped_key" bytea,
    "nonce" bytea NOT NULL,
    "ciphertext" bytea NOT NULL,
    "last_step" integer NOT NULL,
    "created_at" timestamptz NOT NULL,
    CONSTRAINT "second_factor_pk" PRIMARY KEY ("id"),
    CONSTRAINT "second_factor_user_fk" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id") ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX "second_factor_user_uq" ON "second_factor" ("user_id", "is_confirmed")`,
  `CREATE TABLE "recovery_code" (
    "code_hash" bytea NOT NULL,
    "user_id" uuid NOT NULL,
    CONSTRAINT "recovery_code_pk" PRIMARY KEY ("code_hash"),
    CONSTRAINT "recovery_code_user_fk" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id") ON DELETE CASCADE
  )`,
  `CREATE INDEX "recovery_code_user_ix" ON "recovery_code" ("user_id")`,

  `CREATE TYPE "token_scope" AS ENUM
    ('SERVERS_READ', 'SERVERS_WRITE', 'SERVERS_TEST', 'EMAILS_READ', 'EMAILS_SEND', 'EMAILS_MANAGE', 'AUDIT_READ')`,
  `CREATE TABLE "api_token" (
    "id" uuid NOT NULL,
    "name" text NOT NULL,
    "prefix" text NOT NULL,
    "secret_hash" bytea NOT NULL,
    "maker_id" uuid NOT NULL,
    "scopes" "token_scope" array NOT NULL,
    "server_ids" uuid array,
    "allowed_from" text array,
    "expires_at" timestamptz,
    "last_used_at" timestamptz,
    "last_used_from" text,
    "created_at" timestamptz NOT NULL,
    "revoked_at" timestamptz,
    CONSTRAINT "api_token_pk" PRIMARY KEY ("id"),
    CONSTRAINT "api_token_maker_fk" FOREIGN KEY ("maker_id") REFERENCES "user_account" ("id")
  )`,
  `CREATE UNIQUE INDEX "api_token_secret_hash_uq" ON "api_token" ("secret_hash")`,

  `CREATE TABLE "attempt_count" (
    "key" text NOT NULL,
    "attempts" integer NOT NULL,
    "next_at" timestamptz NOT NULL,
    "last_at" timestamptz NOT NULL,
    CONSTRAINT "attempt_count_pk" PRIMARY KEY ("key")
  )`,
  `CREATE INDEX "attempt_count_last_at_ix" ON "attempt_count" ("last_at")`,
];

const DOWN = [
  `DROP TABLE "attempt_count"`,
  `DROP TABLE "api_token"`,
  `DROP TYPE "token_scope"`,
  `DROP TABLE "recovery_code"`,
  `DROP TABLE "second_factor"`,
  `DROP INDEX "session_id_uq"`,
  `ALTER TABLE "session" DROP "id", DROP "last_used_at", DROP "authenticated_at", DROP "from_address", DROP "browser"`,
  `ALTER TABLE "user_account" DROP COLUMN "second_factor_since"`,
];
