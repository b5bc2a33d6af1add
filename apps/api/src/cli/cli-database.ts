import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createDataSource } from '../database/data-source.ts';
import type { DatabaseConnection, DatabaseLog } from '../database/database-connection.ts';
import type { DatabaseProblem } from '../database/database-problem.ts';
import { EmbeddedPostgres, ensureEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { connectExternalPostgres } from '../database/external-postgres.ts';
import { isServing, readPostmasterFile, socketPort } from '../database/postmaster.ts';
import { serviceDatabase, serviceRole } from '../database/service-database.ts';

/** TypeORM on the database. */
export type Entities = ReturnType<typeof createDataSource>;

export interface CliDatabase {
  connection: DatabaseConnection;
  close: () => Promise<void>;
}

const silent: DatabaseLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The database of the service, which may be running: then its PostgreSQL is used beside it, and else started for this command alone. */
export async function openCliDatabase(config: Config): Promise<CliDatabase | DatabaseProblem> {
  const nothingToClose = { close: () => Promise.resolve() };
  if (config.databaseUrl !== null) {
    const external = await connectExternalPostgres(config.databaseUrl);
    return 'code' in external ? external : { ...external, ...nothingToClose };
  }
  const running = await runningPostgres(config.dataDir);
  if (running !== null) return { connection: running, ...nothingToClose };
  const started = await ensureEmbeddedPostgres({ dataDir: config.dataDir, log: silent });
  if (!(started instanceof EmbeddedPostgres)) return started;
  return { connection: started.connection, close: () => started.stop() };
}

/** Runs one command on the entities of the service; false, and the reason printed, where their tables are not there (yet). */
export async function withEntities(
  { connection }: CliDatabase,
  print: (line: string) => void,
  act: (entities: Entities) => Promise<boolean>,
): Promise<boolean> {
  const entities = await createDataSource(connection, { log: silent, poolSize: 2 }).initialize();
  try {
    if (await entities.showMigrations()) {
      print('The database lacks tables of this version: start Postroom once, or run "postroom migrate".');
      return false;
    }
    return await act(entities);
  } finally {
    await entities.destroy();
  }
}

async function runningPostgres(dataDir: string): Promise<DatabaseConnection | null> {
  const cluster = await realpath(join(dataDir, 'postgres')).catch(() => null);
  const postmaster = cluster === null ? undefined : readPostmasterFile(cluster);
  if (postmaster === undefined || !isServing(postmaster)) return null;
  return { host: postmaster.socketDirectory, port: socketPort, user: serviceRole, database: serviceDatabase };
}
