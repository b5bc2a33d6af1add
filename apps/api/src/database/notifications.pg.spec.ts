import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { createTestDatabase, endSessions, silentLog, type TestDatabase } from '../../testing/postgres.ts';
import { Notifications } from './notifications.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function listening() {
  const notifications = new Notifications(database.connection, silentLog);
  onTestFinished(() => notifications.close());
  const heard: string[] = [];
  notifications.listen('news', (payload) => void heard.push(payload));
  await notifications.open(['news']);
  return heard;
}

async function notify(payload: string): Promise<void> {
  const client = new Client({ ...database.connection, ssl: false });
  await client.connect();
  await client.query(`SELECT pg_notify('news', $1)`, [payload]);
  await client.end();
}

it('tells everybody to look once it listens, then what comes', async () => {
  const heard = await listening();
  await notify('one');
  await vi.waitUntil(() => heard.length === 2, { timeout: 10_000 });
  expect(heard).toEqual(['', 'one']);
});

it('tells everybody to look again when the connection was lost, and ends no process', async () => {
  const heard = await listening();
  await endSessions(database.connection);
  await vi.waitUntil(() => heard.length === 2, { timeout: 10_000 });
  await notify('two');
  await vi.waitUntil(() => heard.length === 3, { timeout: 10_000 });
  expect(heard).toEqual(['', '', 'two']);
});

it('opens nothing more once it is closed, even where that comes while the connection is being opened again', async () => {
  const notifications = new Notifications(database.connection, silentLog);
  const opening = notifications.open(['news']);
  await notifications.close();
  await opening;
  const client = new Client({ ...database.connection, ssl: false });
  await client.connect();
  onTestFinished(() => client.end());
  await vi.waitUntil(
    async () => {
      const { rowCount } = await client.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      );
      return rowCount === 0;
    },
    { timeout: 10_000 },
  );
});
