import type { Queryable } from '../../database/sql-pool.ts';
import type { HourOfMail } from './overview.ts';

/** null = every server. */
export type ServerIds = readonly string[] | null;

/** Of the emails from `leastId` on: ids hold the moment in which an email was handed over, so that a day is a range of them. */
export async function countByHour(
  db: Queryable,
  leastId: string,
  serverIds: ServerIds,
): Promise<HourOfMail[]> {
  const { rows } = await db.query<HourOfMail>({
    name: 'count-emails-by-hour',
    text: `
      SELECT date_trunc('hour', created_at, 'UTC') AS "startsAt",
             count(*) FILTER (WHERE state = 'ACCEPTED')::int AS accepted,
             count(*) FILTER (WHERE state IN ('FAILED', 'UNCERTAIN'))::int AS failed,
             count(*) FILTER (WHERE state IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD'))::int AS waiting
        FROM email
       WHERE id >= $1 AND ($2::uuid[] IS NULL OR server_id = ANY($2))
       GROUP BY 1`,
    values: [leastId, serverIds],
  });
  return rows;
}

/** An email that is to be sent later waits from that moment on. */
export async function countWaiting(
  db: Queryable,
  serverIds: ServerIds,
): Promise<{ waiting: number; oldestWaitingSince: Date | null }> {
  const { rows } = await db.query<{ waiting: number; oldestWaitingSince: Date | null }>({
    name: 'count-waiting-emails',
    text: `
      SELECT count(*)::int AS waiting,
             min(greatest(created_at, send_at)) FILTER (WHERE send_at IS NULL OR send_at <= now()) AS "oldestWaitingSince"
        FROM email
       WHERE state IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD') AND ($1::uuid[] IS NULL OR server_id = ANY($1))`,
    values: [serverIds],
  });
  return rows[0] ?? { waiting: 0, oldestWaitingSince: null };
}
