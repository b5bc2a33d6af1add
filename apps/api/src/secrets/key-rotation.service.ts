import type { DataSource, EntityManager } from 'typeorm';
import type { SealedTable } from './key-lock.service.ts';
import type { Keyring, SealedSecret } from './keyring.ts';

interface Row extends SealedSecret {
  id: string;
}

export interface Rotated {
  rewrapped: number;
  /** Secrets that none of the keys opens: they stay as they are. */
  unreadable: number;
}

const BATCH = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Brings every secret under the newest key, in batches of a transaction each, while the service runs. At every moment each secret is
 * whole, under its old key or the new one, and both are at hand: a kill costs nothing, and the next run goes on where this one ended.
 */
export class KeyRotation {
  private readonly ports: { dataSource: DataSource; keyring: Keyring; tables: readonly SealedTable[] };

  constructor(ports: KeyRotation['ports']) {
    this.ports = ports;
  }

  async rotate(onBatch: (rewrapped: number) => void = () => undefined): Promise<Rotated> {
    const sum: Rotated = { rewrapped: 0, unreadable: 0 };
    for (const table of this.ports.tables) {
      for (let after: string | null = FIRST_ID; after !== null;) {
        const batch = await this.batch(table, after);
        sum.rewrapped += batch.rewrapped;
        sum.unreadable += batch.unreadable;
        after = batch.lastId;
        onBatch(sum.rewrapped);
      }
    }
    return sum;
  }

  /** Deletes the secrets of a key that is lost for good, and tells of it if there are any; how many there were. */
  async forget(
    keyId: string,
    tell: (manager: EntityManager, secrets: number) => Promise<void>,
  ): Promise<number> {
    return this.ports.dataSource.transaction(async (manager) => {
      let count = 0;
      for (const { table, id, forgotten } of this.ports.tables) {
        const [rows] = await manager.query<[{ id: string }[], number]>(
          `DELETE FROM "${table}" WHERE key_id = $1 RETURNING "${id}" AS id`,
          [keyId],
        );
        count += rows.length;
        if (rows.length > 0)
          await forgotten(
            manager,
            rows.map((row) => row.id),
          );
      }
      if (count > 0) await tell(manager, count);
      return count;
    });
  }

  private async batch(table: SealedTable, after: string): Promise<Rotated & { lastId: string | null }> {
    return this.ports.dataSource.transaction(async (manager) => {
      const rows = await olderRows(manager, table, this.ports.keyring.newestKeyId, after);
      const bare = rows.filter((row) => row.wrappedKey === null).map((row) => row.id);
      const places = bare.length === 0 ? new Map<string, string>() : await table.places(manager, bare);
      const done: Row[] = [];
      for (const row of rows) {
        const secret = this.ports.keyring.rewrap(row, places.get(row.id) ?? '');
        if (!('unreadable' in secret)) done.push({ ...secret, id: row.id });
      }
      if (done.length > 0) await update(manager, table, done);
      const lastId = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
      return { rewrapped: done.length, unreadable: rows.length - done.length, lastId };
    });
  }
}

/** Held until the end of the transaction: whoever stores a new password waits for the batch, and then replaces what it made. */
async function olderRows(
  manager: EntityManager,
  { table, id }: SealedTable,
  newestKeyId: string | null,
  after: string,
): Promise<Row[]> {
  return manager.query<Row[]>(
    `SELECT "${id}" AS id, key_id AS "keyId", wrapped_key AS "wrappedKey", nonce, ciphertext FROM "${table}"
     WHERE (key_id IS DISTINCT FROM $1 OR wrapped_key IS NULL) AND "${id}" > $2 ORDER BY "${id}" LIMIT ${BATCH} FOR UPDATE`,
    [newestKeyId, after],
  );
}

async function update(
  manager: EntityManager,
  { table, id }: SealedTable,
  rows: readonly Row[],
): Promise<void> {
  await manager.query(
    `UPDATE "${table}" AS t SET key_id = n.key_id, wrapped_key = n.wrapped_key, nonce = n.nonce, ciphertext = n.ciphertext
     FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[]) AS n (id, key_id, wrapped_key, nonce, ciphertext)
     WHERE t."${id}" = n.id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.keyId),
      rows.map((row) => row.wrappedKey),
      rows.map((row) => row.nonce),
      rows.map((row) => row.ciphertext),
    ],
  );
}
