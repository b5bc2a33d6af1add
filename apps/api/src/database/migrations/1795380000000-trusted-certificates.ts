import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrustedCertificates1795380000000 implements MigrationInterface {
  name = 'TrustedCertificates1795380000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "trusted_certificate" (
      "id" uuid NOT NULL,
      "name" text NOT NULL,
      "subject" text NOT NULL,
      "issuer" text NOT NULL,
      "sha256" text NOT NULL,
      "valid_from" timestamptz NOT NULL,
      "valid_to" timestamptz NOT NULL,
      "is_authority" boolean NOT NULL,
      "is_for_all_servers" boolean NOT NULL,
      "pem" text NOT NULL,
      CONSTRAINT "trusted_certificate_pk" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE INDEX "trusted_certificate_sha256_ix" ON "trusted_certificate" ("sha256")`,
    );
    await queryRunner.query(`CREATE TABLE "trusted_certificate_server" (
      "certificate_id" uuid NOT NULL,
      "server_id" uuid NOT NULL,
      CONSTRAINT "trusted_certificate_server_pk" PRIMARY KEY ("certificate_id", "server_id"),
      CONSTRAINT "trusted_certificate_server_certificate_fk" FOREIGN KEY ("certificate_id")
        REFERENCES "trusted_certificate" ("id") ON DELETE CASCADE,
      CONSTRAINT "trusted_certificate_server_server_fk" FOREIGN KEY ("server_id")
        REFERENCES "smtp_server" ("id") ON DELETE CASCADE
    )`);
    await queryRunner.query(
      `CREATE INDEX "trusted_certificate_server_server_ix" ON "trusted_certificate_server" ("server_id")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "trusted_certificate_server"`);
    await queryRunner.query(`DROP TABLE "trusted_certificate"`);
  }
}
