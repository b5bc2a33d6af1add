import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log is only ever added to: the database itself refuses everything else, to the owner of the table too. */
export class AuditAppendOnly1795410200000 implements MigrationInterface {
  name = 'AuditAppendOnly1795410200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE FUNCTION "audit_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log is only ever added to' USING ERRCODE = 'insufficient_privilege';
      END
    $$`);
    await queryRunner.query(`CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE
      ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION "audit_event_is_append_only"()`);
    await queryRunner.query(`CREATE INDEX "audit_event_action_ix" ON "audit_event" ("action", "at", "id")`);
    await queryRunner.query(`CREATE INDEX "audit_event_actor_ix" ON "audit_event" ("actor", "at", "id")`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "audit_event_actor_ix"`);
    await queryRunner.query(`DROP INDEX "audit_event_action_ix"`);
    await queryRunner.query(`DROP TRIGGER "audit_event_append_only" ON "audit_event"`);
    await queryRunner.query(`DROP FUNCTION "audit_event_is_append_only"()`);
  }
}
