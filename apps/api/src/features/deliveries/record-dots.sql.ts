import type { Queryable } from '../../database/sql-pool.ts';

/**
 * The last moment before an email may be at its server: from here on it is never again tried by itself. Returns the ids whose dot may
 * leave; whoever is not among them has lost its email to another worker, or its lease has run out.
 */
export async function recordDots(
  db: Queryable,
  workerId: string,
  emails: readonly { id: string; fence: number }[],
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'record-dots',
    // A row that names a worker is SENDING. The state is not asked for: the planner would look for it in the index of waiting emails,
    // through the dead entries of all that went before, instead of by id.
    text: `
      UPDATE email SET dot_written = true
        FROM unnest($2::uuid[], $3::integer[]) AS given (id, fence)
       WHERE email.id = given.id AND email.fence = given.fence AND email.worker_id = $1
         AND EXISTS (SELECT FROM delivery_worker WHERE delivery_worker.id = $1 AND lease_until > now())
      RETURNING email.id`,
    values: [workerId, emails.map(({ id }) => id), emails.map(({ fence }) => fence)],
  });
  return rows.map(({ id }) => id);
}
