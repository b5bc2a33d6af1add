/** The row of a file that is about to be written. */
export const BEGIN_FILE = `INSERT INTO "stored_file" ("id") VALUES ($1)`;

/** It is whole. No row is left of one that took longer than the sweep waits. */
export const COMPLETE_FILE = `UPDATE "stored_file" SET "size_bytes" = $2, "sha256" = $3 WHERE "id" = $1`;

/** It could not be written. */
export const ABANDON_FILE = `DELETE FROM "stored_file" WHERE "id" = $1`;

/** The columns that refer to files, whichever table they are in: what may be swept is what none of them names. */
export const REFERENCES_TO_FILES = `
  SELECT quote_ident(relname) AS "table", quote_ident(attname) AS "column"
  FROM pg_constraint
    JOIN pg_class ON pg_class.oid = conrelid
    JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
  WHERE contype = 'f' AND confrelid = 'stored_file'::regclass
  ORDER BY 1, 2`;

export interface FileReference {
  table: string;
  column: string;
}

/** Nothing refers to `file`. Names come quoted from the catalog. */
export function isUnused(references: readonly FileReference[]): string {
  return references
    .map(({ table, column }) => `NOT EXISTS (SELECT FROM ${table} WHERE ${table}.${column} = file."id")`)
    .join(' AND ');
}

/** Locks them: a reference that is being made now is waited for by neither side. */
export function lockUnusedFiles(references: readonly FileReference[]): string {
  return `
    SELECT file."id" FROM "stored_file" AS file
    WHERE file."created_at" < now() - make_interval(secs => $1) AND ${isUnused(references)}
    ORDER BY file."id" LIMIT $2
    FOR UPDATE SKIP LOCKED`;
}

/** Of those that are locked: a reference may have been committed between the look and the lock. */
export function stillUnusedFiles(references: readonly FileReference[]): string {
  return `SELECT file."id" FROM "stored_file" AS file WHERE file."id" = ANY($1::uuid[]) AND ${isUnused(references)}`;
}
