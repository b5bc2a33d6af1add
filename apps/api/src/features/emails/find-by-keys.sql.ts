import type { Queryable } from '../../database/sql-pool.ts';

export interface KeyedEmail {
  id: string;
  callerId: string;
  idempotencyKey: string;
  contentHash: Buffer;
}

/** The emails that were accepted before with these keys of these callers; what is new is not among them. */
export async function findByKeys(
  db: Queryable,
  keys: readonly { callerId: string; idempotencyKey: string }[],
): Promise<KeyedEmail[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<KeyedEmail>({
    name: 'find-emails-by-keys',
    text: `
      SELECT id, caller_id AS "callerId", idempotency_key AS "idempotencyKey", content_hash AS "contentHash"
        FROM email
       WHERE (idempotency_key, caller_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))`,
    values: [keys.map((key) => key.idempotencyKey), keys.map((key) => key.callerId)],
  });
  return rows;
}
