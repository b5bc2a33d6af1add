// One Postroom to a data directory: two would deliver with two ideas of the limits of a server, and fight over the postmaster.
import { Client, DatabaseError } from 'pg';
import { AdvisoryLock, advisoryLockSpace } from './database-connection.ts';
import { superuser } from './postgres-cluster.ts';
import { socketPort } from './postmaster.ts';

/** A first Postroom may just be stopping, or an orphan about to notice the death of its parent. */
const patienceMs = 5000;

/** The connection that holds the lock: PostgreSQL lets go of it with the connection, whatever became of the process. */
export type InstanceLock =
  | { readonly kind: 'HELD'; readonly client: Client }
  | { readonly kind: 'IN_USE'; readonly holder: string }
  | { readonly kind: 'UNREACHABLE' };

/** @param purpose names this process to a second one that is refused; PostgreSQL keeps 63 bytes of it. */
export async function takeInstanceLock(socketDirectory: string, purpose: string): Promise<InstanceLock> {
  // A postmaster that is just starting has not named its socket yet.
  if (socketDirectory === '') return { kind: 'UNREACHABLE' };
  const client = new Client({
    host: socketDirectory,
    port: socketPort,
    user: superuser,
    database: 'postgres',
    ssl: false,
    application_name: purpose,
    connectionTimeoutMillis: patienceMs,
  });
  // A connection that breaks is told by its `end`; without a listener the error would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`SET lock_timeout = ${patienceMs}`);
    await client.query('SELECT pg_advisory_lock($1, $2)', [advisoryLockSpace, AdvisoryLock.INSTANCE]);
    return { kind: 'HELD', client };
  } catch (error) {
    const holder = isLockTimeout(error) ? await holderOf(client).catch(() => undefined) : undefined;
    await client.end();
    return holder === undefined ? { kind: 'UNREACHABLE' } : { kind: 'IN_USE', holder };
  }
}

/** 55P03 lock_not_available. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '55P03';
}

async function holderOf(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name
       FROM pg_stat_activity JOIN pg_locks USING (pid)
      WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = $2`,
    [advisoryLockSpace, AdvisoryLock.INSTANCE],
  );
  return rows[0]?.application_name;
}
