import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/**
 * Lets eleven minutes pass since everybody who is signed in last proved who they are: so long that acts which ask for a
 * fresh proof ask for one. A journey cannot wait for it, and the product's clock is its own.
 */
export async function ageProofs(dataDir: string): Promise<void> {
  const database = await connect(dataDir);
  await database.query(`UPDATE session SET authenticated_at = authenticated_at - interval '11 minutes'`);
  await database.end();
}

/** How many sign-ins were evaluated and refused, as the audit log tells it. */
export async function countRefusedSignIns(dataDir: string): Promise<number> {
  const database = await connect(dataDir);
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM audit_event WHERE action = 'session.refused'`,
  );
  await database.end();
  return rows[0]?.count ?? 0;
}

/** Leads a second process to the embedded PostgreSQL of a product that runs. */
export async function databaseUrl(dataDir: string): Promise<string> {
  return `postgresql://postroom@localhost/postroom?host=${encodeURIComponent(await socketDirectory(dataDir))}`;
}

async function connect(dataDir: string): Promise<Client> {
  const client = new Client({ host: await socketDirectory(dataDir), user: 'postroom', database: 'postroom' });
  await client.connect();
  return client;
}

/** Of the embedded PostgreSQL. */
async function socketDirectory(dataDir: string): Promise<string> {
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const directory = lines[4];
  if (directory === undefined) throw new Error('PostgreSQL does not run');
  return directory;
}
