import { DataSource } from 'typeorm';
import { AdvisoryLock, advisoryLockSpace } from './database-connection.ts';

/**
 * Runs what is missing, each migration in a transaction of its own together with its row in `migration`, so that a kill at any
 * statement leaves whole migrations. Of two starters the second one waits, then finds nothing to do.
 *
 * `dataSource` lends its options only and need not be initialised: a migration of a large table may take longer than the
 * service allows a statement.
 */
export async function migrate({ options }: DataSource): Promise<void> {
  if (options.type !== 'postgres') throw new TypeError('the migrations are written for PostgreSQL');
  const extra = { connectionTimeoutMillis: 5_000, keepAlive: true };
  const dataSource = await new DataSource({ ...options, entities: [], poolSize: 2, extra }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1, $2)', [advisoryLockSpace, AdvisoryLock.MIGRATION]);
    await dataSource.runMigrations();
  } finally {
    // Closing the connection gives the lock back.
    await lock.release();
    await dataSource.destroy();
  }
}
