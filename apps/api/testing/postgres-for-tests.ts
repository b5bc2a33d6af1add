// Runs once, before the tests with PostgreSQL: one server for all of them, and one migrated database to be copied.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { SocketConnection } from '../src/database/database-connection.ts';
import { createDataSource } from '../src/database/data-source.ts';
import { ensureEmbeddedPostgres } from '../src/database/embedded-postgres.ts';
import { migrate } from '../src/database/migrate.ts';
import { asSuperuser, silentLog, templateDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: SocketConnection;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'postroom-tests-'));
  // Root's tests run PostgreSQL under another account, which must get through to its data.
  await chmod(directory, 0o711);
  const postgres = await ensureEmbeddedPostgres({ dataDir: join(directory, 'data'), log: silentLog });
  if ('code' in postgres) throw new Error(postgres.message);

  const { connection } = postgres;
  await asSuperuser(connection, `CREATE DATABASE ${templateDatabase} OWNER ${connection.user}`);
  await migrate(createDataSource({ ...connection, database: templateDatabase }, { log: silentLog }));
  project.provide('postgres', connection);

  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
