import type { Queryable } from '../../database/sql-pool.ts';
import { leastIdAt } from './email-id.ts';
import { FINAL_STATES } from './email-state.ts';

/** Emails that go in one statement, so that none of them is long. */
const BATCH = 1_000;

/**
 * Deletes emails to which nothing has happened for so many days, with their attempts, messages and attachments; files that nobody refers
 * to any more are swept later. What still waits stays, however old, and so does what has a link that still works. Returns how many went.
 */
export async function purgeEmails(
  db: Queryable,
  { retentionDays, now }: { retentionDays: number; now: Date },
): Promise<number> {
  // Whatever ended so long ago was accepted before: a range of ids, whose rows the primary key finds.
  const before = leastIdAt(new Date(now.getTime() - retentionDays * 86_400_000));
  for (let purged = 0; ;) {
    const { rowCount } = await db.query(
      `DELETE FROM email WHERE id IN (
         SELECT id FROM email
          WHERE id < $1 AND state = ANY($2::email_state[]) AND updated_at < now() - make_interval(days => $3)
            AND NOT EXISTS (SELECT FROM attachment WHERE email_id = email.id AND expires_at > now() AND revoked_at IS NULL)
          ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before, FINAL_STATES, retentionDays],
    );
    purged += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return purged;
  }
}
