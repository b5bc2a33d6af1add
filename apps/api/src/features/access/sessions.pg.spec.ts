import { expect, it } from 'vitest';
import { ADA, AccessFixture } from '../../../testing/access-fixtures.ts';
import { AuditEventEntity } from '../audit/index.ts';
import { SessionEntity } from './session.entity.ts';
import { ABSOLUTE_MS, IDLE_MS } from './sessions.service.ts';

const fixture = new AccessFixture();

async function signIn(): Promise<string> {
  const result = await fixture.access.access.signIn(ADA, { from: '192.0.2.1', browser: null });
  if ('refusal' in result) throw new Error(result.message);
  return result.sessionToken;
}

it('ends when it was not used for 30 minutes', async () => {
  const token = await signIn();
  fixture.pass(IDLE_MS - 1);
  expect(await fixture.access.sessions.find(token)).toMatchObject({ user: { email: ADA.email } });
  fixture.pass(IDLE_MS);
  expect(await fixture.access.sessions.find(token)).toBeNull();
});

it('ends when a page asked all the time, but nobody attended to it', async () => {
  const token = await signIn();
  for (let passed = 0; passed < IDLE_MS; passed += IDLE_MS / 3) {
    expect(await fixture.access.sessions.find(token, false)).not.toBeNull();
    fixture.pass(IDLE_MS / 3);
  }
  expect(await fixture.access.sessions.find(token)).toBeNull();
});

it('ends after 12 hours, however much it was used', async () => {
  const token = await signIn();
  for (let passed = 0; passed < ABSOLUTE_MS - IDLE_MS; passed += IDLE_MS / 2) {
    fixture.pass(IDLE_MS / 2);
    expect(await fixture.access.sessions.find(token)).not.toBeNull();
  }
  fixture.pass(IDLE_MS);
  expect(await fixture.access.sessions.find(token)).toBeNull();
});

it('is stored as a hash: no row holds the token', async () => {
  const token = await signIn();
  const rows = await fixture.dataSource.getRepository(SessionEntity).find();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.tokenHash.toString('latin1')).not.toContain(token);
});

it('stores the password as Argon2id, and no query for a user brings the hash along', async () => {
  const [row] = await fixture.dataSource.query<{ password_hash: string }[]>(
    'SELECT password_hash FROM user_account',
  );
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const token = await signIn();
  expect((await fixture.access.sessions.find(token))?.user).not.toHaveProperty('passwordHash');
});

it('leaves a row in the audit log, with the address it came from, for a sign-in and for a refused one', async () => {
  await fixture.access.access.signIn({ ...ADA, password: 'wrong' }, { from: '192.0.2.2', browser: null });
  await signIn();
  const events = await fixture.dataSource
    .getRepository(AuditEventEntity)
    .find({ order: { id: 'DESC' }, take: 2 });
  expect(events.map(({ action, actor, from }) => ({ action, actor, from }))).toEqual([
    { action: 'session.begun', actor: ADA.email, from: '192.0.2.1' },
    { action: 'session.refused', actor: ADA.email, from: '192.0.2.2' },
  ]);
});
