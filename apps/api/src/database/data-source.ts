import { DataSource, type Logger } from 'typeorm';
import type { DatabaseConnection, DatabaseLog } from './database-connection.ts';
import { limits } from './connection-limits.ts';
import { ListeningClient } from './listening-client.ts';
import * as schema from './schema.ts';

type TypeOrmOptions = ConstructorParameters<typeof DataSource>[0];

export interface DataSourceOptions {
  readonly log: DatabaseLog;
  /** Connections of this process; all processes together stay below PostgreSQL's `max_connections` (100). */
  readonly poolSize?: number;
  readonly entities?: NonNullable<TypeOrmOptions['entities']>;
  readonly migrations?: NonNullable<TypeOrmOptions['migrations']>;
}

export function createDataSource(connection: DatabaseConnection, options: DataSourceOptions): DataSource {
  const { log, poolSize = 10, entities = schema.entities, migrations = schema.migrations } = options;
  return new DataSource({
    type: 'postgres',
    ...('url' in connection ? connection : socketOptions(connection)),
    applicationName: 'postroom',
    poolSize,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: migrationsOnly(log),
    poolErrorHandler: (error: Error) => {
      log.warn(
        { event: 'database.connection_lost', reason: error.message },
        'An idle database connection was lost',
      );
    },
    extra: { ...limits, Client: ListeningClient },
  });
}

/** TypeORM's own logger prints to the console, statements with their parameters included. Errors reach the caller anyway. */
function migrationsOnly(log: DatabaseLog): Logger {
  const ignore = () => undefined;
  return {
    logMigration: (message) => log.info({ event: 'database.migration' }, message),
    logQuery: ignore,
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    log: ignore,
  };
}

function socketOptions({ host, port, user, database }: Extract<DatabaseConnection, { host: string }>) {
  return { host, port, username: user, database, ssl: false };
}
