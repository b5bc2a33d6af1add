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

/** To the embedded PostgreSQL of a product that runs. */
async function connect(dataDir: string): Promise<Client> {
  const [, , , , socketDirectory] = (
    await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  ).split('\n');
  const client = new Client({ host: socketDirectory, user: 'postroom', database: 'postroom' });
  await client.connect();
  return client;
}
