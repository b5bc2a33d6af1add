import type { Client } from 'pg';

/** The service owns its database and is no superuser: a statement that slips in cannot read files or run programs. */
export const serviceRole = 'postroom';
export const serviceDatabase = 'postroom';

/** Each step looks first: an earlier start may have been killed between them. */
export async function ensureServiceDatabase(superuserClient: Client): Promise<void> {
  const role = await superuserClient.query('SELECT FROM pg_roles WHERE rolname = $1', [serviceRole]);
  if (role.rowCount === 0) await superuserClient.query(`CREATE ROLE ${serviceRole} LOGIN`);
  const database = await superuserClient.query('SELECT FROM pg_database WHERE datname = $1', [
    serviceDatabase,
  ]);
  if (database.rowCount === 0) {
    await superuserClient.query(`CREATE DATABASE ${serviceDatabase} OWNER ${serviceRole}`);
  }
}
