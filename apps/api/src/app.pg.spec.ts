import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../testing/app-for-tests.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres.ts';
import { aServer, SmtpServerCalls } from '../testing/smtp-server-calls.ts';

let database: TestDatabase;
let app: AppForTests | null = null;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await app?.close();
  await database.drop();
});

async function startWith(key: Buffer): Promise<GraphqlClient> {
  await app?.close();
  const started = await startSignedIn({ SECRET_KEYS: key.toString('base64') }, database);
  app = started.app;
  return started.client;
}

async function secrets(): Promise<unknown[]> {
  const client = new Client({ ...database.connection, ssl: false });
  await client.connect();
  const { rows } = await client.query<object>('SELECT * FROM smtp_server_secret');
  await client.end();
  return rows;
}

const STATUS = '{ serviceStatus { isLocked message missingKeys { secrets } } }';

it('starts locked where stored passwords need a key that is missing, says so, and overwrites nothing', async () => {
  const before = await startWith(randomBytes(32));
  expect(await before.field(STATUS)).toEqual({ isLocked: false, message: null, missingKeys: [] });
  const settings = aServer({ username: 'ada', password: 'secret' });
  const { id } = await new SmtpServerCalls(before).add(settings);
  const stored = await secrets();
  expect(stored).toHaveLength(1);

  const locked = await startWith(randomBytes(32));
  expect(await locked.field(STATUS)).toEqual({
    isLocked: true,
    message: expect.stringContaining('bring it back in SECRET_KEYS'),
    missingKeys: [{ secrets: 1 }],
  });
  const change = { serverId: id, password: 'new', repeatPassword: 'new' };
  await expect(new SmtpServerCalls(locked).changePassword(change)).rejects.toThrow('SERVICE_UNAVAILABLE');
  await expect(new SmtpServerCalls(locked).update({ id, port: 2525 })).rejects.toThrow('SERVICE_UNAVAILABLE');
  const another = aServer({ username: 'ada', password: 'secret' });
  await expect(new SmtpServerCalls(locked).add(another)).rejects.toThrow('SERVICE_UNAVAILABLE');
  expect(await new SmtpServerCalls(locked).named(settings.name)).toMatchObject({ revision: 1 });
  expect(await secrets()).toEqual(stored);
});
