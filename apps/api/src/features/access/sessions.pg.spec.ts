import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { accessForTests } from '../../../testing/access-for-tests.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../testing/postgres.ts';
import { createDataSource } from '../../database/data-source.ts';
import { AuditEventEntity } from '../audit/index.ts';
import type { AccessService } from './access.service.ts';
import { SessionEntity } from './session.entity.ts';
import { ABSOLUTE_MS, IDLE_MS, type Sessions } from './sessions.service.ts';

let database: TestDatabase;
let dataSource: DataSource;
let now = new Date('2026-11-22T12:00:00Z');
let sessions: Sessions;
let access: AccessService;

const person = { email: 'ada@example.org', name: 'Ada', password: 'correct horse battery' };

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.connection, { log: silentLog }).initialize();
  const clock = () => now;
  ({ access, sessions } = accessForTests(dataSource, clock));
  await access.makeFirstAdministrator(person, null);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function signIn(): Promise<string> {
  const result = await access.signIn(person, { from: '192.0.2.1', browser: null });
  if ('refusal' in result) throw new Error(result.message);
  return result.sessionToken;
}

function pass(milliseconds: number): void {
  now = new Date(now.getTime() + milliseconds);
}

it('ends when it was not used for 30 minutes', async () => {
  const token = await signIn();
  pass(IDLE_MS - 1);
  expect(await sessions.find(token)).toMatchObject({ user: { email: person.email } });
  pass(IDLE_MS);
  expect(await sessions.find(token)).toBeNull();
});

it('ends after 12 hours, however much it was used', async () => {
  const token = await signIn();
  for (let passed = 0; passed < ABSOLUTE_MS - IDLE_MS; passed += IDLE_MS / 2) {
    pass(IDLE_MS / 2);
    expect(await sessions.find(token)).not.toBeNull();
  }
  pass(IDLE_MS);
  expect(await sessions.find(token)).toBeNull();
});

it('is stored as a hash: no row holds the token', async () => {
  const token = await signIn();
  const rows = await dataSource.getRepository(SessionEntity).find();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.tokenHash.toString('latin1')).not.toContain(token);
});

it('stores the password as Argon2id, and no query for a user brings the hash along', async () => {
  const [row] = await dataSource.query<{ password_hash: string }[]>('SELECT password_hash FROM user_account');
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const token = await signIn();
  expect((await sessions.find(token))?.user).not.toHaveProperty('passwordHash');
});

it('leaves a row in the audit log, with the address it came from, for a sign-in and for a refused one', async () => {
  await access.signIn({ ...person, password: 'wrong' }, { from: '192.0.2.2', browser: null });
  await signIn();
  const events = await dataSource.getRepository(AuditEventEntity).find({ order: { id: 'DESC' }, take: 2 });
  expect(events.map(({ action, actor, from }) => ({ action, actor, from }))).toEqual([
    { action: 'session.begun', actor: person.email, from: '192.0.2.1' },
    { action: 'session.refused', actor: person.email, from: '192.0.2.2' },
  ]);
});
