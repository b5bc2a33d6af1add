import type { Queryable } from '../../database/sql-pool.ts';
import { FINAL_STATES, leastIdAt } from '../emails/index.ts';

/**
 * Deletes some emails to which nothing has happened since `before` and nothing more will, the oldest first, and returns how many. Their
 * messages and attempts go with them; files that nobody refers to any more are swept by their own feature. An email is kept as long as one
 * of its download links works. Its id holds the moment of its acceptance, before which nothing can have happened to it: only what is old
 * enough is read at all.
 */
export async function purgeEmails(db: Queryable, before: Date, most: number): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM email WHERE id IN (
       SELECT id FROM email
        WHERE id < $1 AND state = ANY($2::email_state[]) AND updated_at < $3
          AND NOT EXISTS (
            SELECT FROM attachment
             WHERE email_id = email.id AND token_hash IS NOT NULL AND revoked_at IS NULL AND expires_at > now())
        ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)`,
    [leastIdAt(before), FINAL_STATES, before, most],
  );
  return rowCount ?? 0;
}
