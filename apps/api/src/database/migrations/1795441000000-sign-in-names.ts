import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIND = `SELECT "id", "email" FROM "user_account" WHERE "email" ~ '[^\\x01-\\x7f]'`;
// Where both spellings have a user, one of them keeps the key.
const RENAME = `UPDATE "user_account" SET "email_key" = $2
  WHERE "id" = $1 AND NOT EXISTS (SELECT FROM "user_account" WHERE "email_key" = $2)`;

/** A domain is one, whether it is typed in letters or in A-labels: the key of a user holds A-labels. */
export class SignInNames1795441000000 implements MigrationInterface {
  name = 'SignInNames1795441000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await rename(queryRunner, (key) => {
      const behindAt = key.lastIndexOf('@') + 1;
      const domain = key.slice(behindAt);
      return key.slice(0, behindAt) + (domainToASCII(domain) || domain);
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rename(queryRunner, (key) => key);
  }
}

async function rename(queryRunner: QueryRunner, keyOf: (address: string) => string): Promise<void> {
  const rows = (await queryRunner.query(FIND)) as { id: string; email: string }[];
  for (const { id, email } of rows) {
    await queryRunner.query(RENAME, [id, keyOf(email.trim().normalize('NFKC').toLowerCase())]);
  }
}
