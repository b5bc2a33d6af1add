import { Pool, type PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { DatabaseConnection, DatabaseLog } from './database-connection.ts';
import { isDatabaseAway } from './database-away.ts';
import { limits } from './connection-limits.ts';
import { ListeningClient } from './listening-client.ts';

/** For the statements that stand in *.sql.ts: they are prepared once a connection, which TypeORM has no word for. */
export type SqlPool = Pool;

/** The pool, or one connection of it within a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

export function createSqlPool(
  connection: DatabaseConnection,
  { log, poolSize = 8 }: { log: DatabaseLog; poolSize?: number },
): SqlPool {
  const pool = new Pool({
    ...('url' in connection ? { connectionString: connection.url } : { ...connection, ssl: false as const }),
    ...limits,
    application_name: 'postroom',
    max: poolSize,
    Client: ListeningClient,
  });
  pool.on('error', (error) => {
    log.warn(
      { event: 'database.connection_lost', reason: error.message },
      'An idle database connection was lost',
    );
  });
  return pool;
}

/** Runs `act` in one transaction: all of it is committed, or nothing. */
export async function inTransaction<Result>(
  pool: SqlPool,
  act: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The pool listens only to connections that are idle: the end of this one, without a listener, would end the process.
  const lost = (error: Error) => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query('BEGIN');
    const result = await act(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that does not answer is closed: it may still be busy, and takes no further word.
    if (isDatabaseAway(error)) broken = error;
    else {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error('the connection is lost');
      });
    }
    throw error;
  } finally {
    client.release(broken);
    client.off('error', lost);
  }
}

/** The connection of TypeORM's transaction, for statements that stand in *.sql.ts. */
export async function connectionOf({ queryRunner }: EntityManager): Promise<Queryable> {
  if (queryRunner === undefined) throw new Error('there is no transaction');
  return (await queryRunner.connect()) as PoolClient;
}

/** SQLSTATE classes 22 and 23: the data of a statement is at fault, not the database; nothing of it was done. */
export function isDataFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]\w{3}$/.test(String(error.code));
}
