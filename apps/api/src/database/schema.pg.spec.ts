import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { DataSource } from 'typeorm';
import { createTestDatabase, silentLog, type TestDatabase } from '../../testing/postgres.ts';
import { AttachmentEntity } from '../features/attachments/attachment.entity.ts';
import { ApiTokenEntity } from '../features/access/api-token.entity.ts';
import { SessionEntity } from '../features/access/session.entity.ts';
import { AuditEventEntity } from '../features/audit/index.ts';
import { UserEntity } from '../features/access/user.entity.ts';
import { DeliveryAttemptEntity, EmailEntity } from '../features/emails/index.ts';
import { SmtpServerEntity } from '../features/smtp-servers/smtp-server.entity.ts';
import { TrustedCertificateEntity } from '../features/trusted-certificates/trusted-certificate.entity.ts';
import { TestReportEntity } from '../features/test-emails/test-report.entity.ts';
import { printGraphqlSchema } from '../http/graphql-schema.ts';
import { createDataSource } from './data-source.ts';
import { SignInNames1795441000000 } from './migrations/1795441000000-sign-in-names.ts';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection, { log: silentLog }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('is what the migrations make: TypeORM finds nothing to change', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('is gone after every migration was undone, and the same after they ran again', async () => {
  for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
  const left = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') AND relname NOT LIKE '%migration%' AND relname NOT LIKE 'PK_%'
     UNION SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'`,
  );
  expect(left).toEqual([]);
  await dataSource.runMigrations();
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries).toEqual([]);
});

it('gives users of an earlier version the key of today, of two who share one to the first', async () => {
  const keys = async () =>
    (
      await dataSource.query<{ key: string }[]>('SELECT email_key AS key FROM user_account ORDER BY email')
    ).map(({ key }) => key);
  const migration = new SignInNames1795441000000();
  const [before, after] = [
    ['ada@example.org', 'bea@bücher.example', 'cy@köln.example', 'cy@xn--kln-sna.example'],
    ['ada@example.org', 'bea@xn--bcher-kva.example', 'cy@köln.example', 'cy@xn--kln-sna.example'],
  ];
  for (const key of before) {
    await dataSource.query(
      `INSERT INTO user_account (id, email, email_key, name, role, password_hash, is_disabled, created_at)
       VALUES (gen_random_uuid(), $1, $1, 'Somebody', 'VIEWER', '', false, now())`,
      [key],
    );
  }
  const runner = dataSource.createQueryRunner();
  await migration.up(runner);
  expect(await keys()).toEqual(after);
  await migration.down(runner);
  expect(await keys()).toEqual(before);
  await runner.release();
});

describe('a field is the same in the table and in the API, "may be null" included', () => {
  const api = buildSchema(printGraphqlSchema());
  /** Fields of the API that no column stands behind, each with its reason. */
  const derived = new Set([
    'EmailAttachment.isLink', // token_hash is not null
    'Email.attachments', // another table
    'Email.attempts', // another table
    'Email.nextAttemptAt', // dueAt, while it waits
    'Email.recipients', // storedRecipients and the state
    'Email.server', // another table
    'SmtpServer.failedEmails', // another table
    'SmtpServer.heldBy', // another table
    'SmtpServer.heldSince', // another table
    'SmtpServer.waitingEmails', // another table
    'SmtpServer.hasPassword', // passwordChangedAt is not null
    'SmtpServer.lastTest', // another table
    'User.mustFirst', // depends on the deployment
    'SmtpServer.tests', // another table
    'SmtpServer.trustedCertificates', // another table
    'TrustedCertificate.servers', // another table
    'ApiToken.servers', // by its ids
    'Session.isCurrent', // whose request it is
  ]);

  it.each([
    ['EmailAttachment', AttachmentEntity],
    ['SmtpServer', SmtpServerEntity],
    ['Email', EmailEntity],
    ['DeliveryAttempt', DeliveryAttemptEntity],
    ['User', UserEntity],
    ['ApiToken', ApiTokenEntity],
    ['AuditEvent', AuditEventEntity],
    ['Session', SessionEntity],
    ['TestReport', TestReportEntity],
    ['TrustedCertificate', TrustedCertificateEntity],
  ] as const)('%s', (name, entity) => {
    const type = api.getType(name);
    if (!isObjectType(type)) throw new Error(`no type ${name}`);
    const columns = new Map(
      dataSource.getMetadata(entity).columns.map((column) => [column.propertyName, column.isNullable]),
    );
    const compared = fieldsOf(type).filter(([field]) => !derived.has(`${name}.${field}`));
    expect(compared).toEqual(compared.map(([field]) => [field, columns.get(field)]));
    expect(compared.length).toBeGreaterThan(5);
  });

  function fieldsOf(type: GraphQLObjectType): [field: string, mayBeNull: boolean][] {
    return Object.values(type.getFields()).map((field) => [field.name, !isNonNullType(field.type)]);
  }
});
