import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { DatabaseLog, SocketConnection } from '../src/database/database-connection.ts';

export const templateDatabase = 'template_postroom';

export const silentLog: DatabaseLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface TestDatabase {
  readonly connection: SocketConnection;
  /** Connections that a test forgot are cut. */
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file: a copy, which takes some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const postgres = inject('postgres');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(
    postgres,
    `CREATE DATABASE ${database} TEMPLATE ${templateDatabase} OWNER ${postgres.user} STRATEGY file_copy`,
  );
  return {
    connection: { ...postgres, database },
    drop: () => asSuperuser(postgres, `DROP DATABASE ${database} WITH (FORCE)`),
  };
}

/** For what only the superuser may do; the service's own role owns its databases and no more. */
export async function asSuperuser(postgres: SocketConnection, statement: string): Promise<void> {
  const client = new Client({ ...postgres, user: 'postgres', database: 'postgres', ssl: false });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Cuts the sessions of the service on a database, the oldest first, as a PostgreSQL that is restarted does. Returns once they are gone. */
export async function endSessions(connection: SocketConnection, most = 1_000): Promise<void> {
  await terminate(
    connection,
    `SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'postroom' ORDER BY backend_start LIMIT ${most}`,
  );
}

/** Those alone whose locks say that a process is alive, or that a connection is taken. */
export async function endLockSessions(connection: SocketConnection): Promise<void> {
  await terminate(
    connection,
    `SELECT DISTINCT pid FROM pg_locks JOIN pg_database ON oid = database
      WHERE locktype = 'advisory' AND datname = current_database()`,
  );
}

async function terminate(connection: SocketConnection, sessions: string): Promise<void> {
  const client = new Client({ ...connection, user: 'postgres', ssl: false });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid, 5000) FROM (${sessions}) sessions`);
  await client.end();
}
