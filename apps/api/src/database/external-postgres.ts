import { Client } from 'pg';
import type { DatabaseConnection } from './database-connection.ts';
import type { DatabaseProblem } from './database-problem.ts';

const oldestMajorVersion = 15;

/** The database of DATABASE_URL, which somebody else starts and stops: it is only asked whether it will do. */
export async function connectExternalPostgres(
  url: string,
): Promise<{ readonly connection: DatabaseConnection } | DatabaseProblem> {
  const client = new Client({
    connectionString: url,
    application_name: 'postroom',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    return major >= oldestMajorVersion ? { connection: { url } } : tooOld(major);
  } catch (error) {
    return unreachable(client, error);
  } finally {
    await client.end();
  }
}

function tooOld(major: number): DatabaseProblem {
  return {
    code: 'WRONG_VERSION',
    message: `DATABASE_URL leads to PostgreSQL ${major}; Postroom needs ${oldestMajorVersion} or later.`,
  };
}

/** The server's own words name the user or the database at most, never the password. */
function unreachable({ host, port, database }: Client, error: unknown): DatabaseProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'UNREACHABLE',
    message:
      `The database "${database}" of DATABASE_URL at ${host}:${port} cannot be used (${reason}). ` +
      'Check the URL, that PostgreSQL runs there, and that it lets this host and user in.',
  };
}
