import type { DataSource } from 'typeorm';
import type { ListedObject, ObjectStorage } from '../../storage/index.ts';

export interface StorageDifferences {
  /** Files with a row, and without octets: their links and emails fail. */
  missing: string[];
  /**
   * Octets without a row: the database was brought back from an older backup, or serves another bucket. They are told and never deleted,
   * because a newer backup may know them.
   */
  unknown: string[];
}

const HOUR_SECONDS = 60 * 60;
/** As many as a page of S3 has. */
const BATCH = 1000;

/** Walks through the storage and the table side by side, both in the order of the keys. What is younger than the grace is passed over. */
export async function compareStorage({
  dataSource,
  storage,
  graceSeconds = HOUR_SECONDS,
  batchSize = BATCH,
}: {
  dataSource: DataSource;
  storage: ObjectStorage;
  graceSeconds?: number;
  batchSize?: number;
}): Promise<StorageDifferences> {
  const differences: StorageDifferences = { missing: [], unknown: [] };
  const youngest = new Date(Date.now() - graceSeconds * 1000);
  let after: string | null = null;
  for await (const batch of inBatches(storage.list(), batchSize)) {
    const last = batch.length === batchSize ? (batch.at(-1)?.key ?? null) : null;
    const rows: Row[] = await dataSource.query(ROWS, [after, last, graceSeconds]);
    const listed = new Set(batch.map(({ key }) => key));
    const known = new Set(rows.map(({ id }) => id));
    differences.missing.push(...rows.filter(({ id, isDue }) => isDue && !listed.has(id)).map(({ id }) => id));
    differences.unknown.push(
      ...batch
        .filter(({ key, modifiedAt }) => modifiedAt <= youngest && !known.has(key))
        .map(({ key }) => key),
    );
    after = last;
  }
  return differences;
}

interface Row {
  id: string;
  /** Whole, and older than the grace. */
  isDue: boolean;
}

const ROWS = `
  SELECT "id", "size_bytes" IS NOT NULL AND "created_at" <= now() - make_interval(secs => $3) AS "isDue"
  FROM "stored_file"
  WHERE ($1::uuid IS NULL OR "id" > $1) AND ($2::uuid IS NULL OR "id" <= $2)
  ORDER BY "id"`;

/** The last one is shorter than the rest, and may be empty: it stands for everything up to the end. */
async function* inBatches(
  objects: AsyncIterable<ListedObject>,
  size: number,
): AsyncGenerator<ListedObject[]> {
  let batch: ListedObject[] = [];
  for await (const each of objects) {
    batch.push(each);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
