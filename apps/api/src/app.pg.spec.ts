import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADMINISTRATOR, GraphqlClient } from '../testing/app-for-tests.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres.ts';
import { aServer, SmtpServerCalls } from '../testing/smtp-server-calls.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

function start(key: Buffer) {
  const environment = {
    SECRET_KEYS: key.toString('base64'),
    ADMIN_EMAIL: ADMINISTRATOR.email,
    ADMIN_PASSWORD: ADMINISTRATOR.password,
  };
  const config = readConfig(environment);
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const log = createLog('silent', { write: () => undefined });
  return createApp(config, { connection: database.connection, log, now: () => new Date(), environment });
}

async function secrets(): Promise<unknown[]> {
  const client = new Client({ ...database.connection, ssl: false });
  await client.connect();
  const { rows } = await client.query<object>('SELECT * FROM smtp_server_secret');
  await client.end();
  return rows;
}

it('does not start where stored passwords need a key that is missing, says so, and changes nothing', async () => {
  const app = await start(randomBytes(32));
  if ('problem' in app) throw new Error(app.problem);
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  const { port } = app.server.address() as AddressInfo;
  const client = await new GraphqlClient({ url: `http://127.0.0.1:${String(port)}` }).signIn();
  await new SmtpServerCalls(client).add(aServer({ username: 'ada', password: 'secret' }));
  app.server.close();
  app.server.closeAllConnections();
  await app.close();

  const before = await secrets();
  expect(before).toHaveLength(1);
  expect(await start(randomBytes(32))).toEqual({
    problem: expect.stringContaining('Bring the old key back') as unknown,
  });
  expect(await secrets()).toEqual(before);
});
