import type { QueryConfig } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, endSessions, silentLog, type TestDatabase } from '../../testing/postgres.ts';
import { createSqlPool, inTransaction, type Queryable, type SqlPool } from './sql-pool.ts';

let database: TestDatabase;
let pool: SqlPool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createSqlPool(database.connection, { log: silentLog, poolSize: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it('a transaction whose session is cut fails, leaves nothing, and ends neither the process nor the pool', async () => {
  const cut = inTransaction(pool, async (client) => {
    await client.query('CREATE TABLE half (number integer)');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await endSessions(database.connection);
    // Between two statements: nobody waits for an answer that could tell.
    await ended;
    await client.query('INSERT INTO half VALUES (1)');
  });
  await expect(cut).rejects.toThrow();
  const { rows } = await pool.query(`SELECT to_regclass('half') AS half`);
  expect(rows).toEqual([{ half: null }]);
});

it('a transaction whose statement is not answered in time fails at once, and its connection is closed', async () => {
  const pidOf = async (db: Queryable) =>
    (await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
  let busy: number | undefined;
  const late = inTransaction(pool, async (client) => {
    busy = await pidOf(client);
    // `pg` knows the time limit of one query, and its types do not.
    await client.query({ text: 'SELECT pg_sleep(60)', query_timeout: 50 } as QueryConfig);
  });
  await expect(late).rejects.toThrow('Query read timeout');
  expect(await pidOf(pool)).not.toBe(busy);
});

it('a session that is cut in the very moment in which it is handed out ends no process', async () => {
  const client = await pool.connect();
  // As the end would come before whoever has asked for the session can listen.
  expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
  client.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});
