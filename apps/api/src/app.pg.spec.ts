import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  app = null;
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
  const ready = await fetch(`${app?.url ?? ''}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([
    200,
    expect.stringContaining('warning: A key is missing'),
  ]);
  expect(await new SmtpServerCalls(locked).named(settings.name)).toMatchObject({ revision: 1 });
  expect(await secrets()).toEqual(stored);
});

it('makes no key beside secrets whose key file is gone, so that the old one finds its place when it is brought back', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'postroom-keys-'));
  const start = async () => {
    await app?.close();
    const started = await startSignedIn({ DATA_DIR: dataDir }, database);
    app = started.app;
    return started.client;
  };
  await new SmtpServerCalls(await start()).add(aServer({ username: 'ada', password: 'secret' }));
  await rename(join(dataDir, 'secret.key'), join(dataDir, 'backup'));
  expect(await (await start()).field(STATUS)).toMatchObject({ isLocked: true });
  expect(await readdir(dataDir)).not.toContain('secret.key');
  await writeFile(join(dataDir, 'secret.key'), 'not a key\n');
  expect(await (await start()).field(STATUS)).toMatchObject({ isLocked: true });
  await rename(join(dataDir, 'backup'), join(dataDir, 'secret.key'));
  expect(await (await start()).field(STATUS)).toMatchObject({ isLocked: false });
  await app?.close();
  app = null;
  await rm(dataDir, { recursive: true });
});
