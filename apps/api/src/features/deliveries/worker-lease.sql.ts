import type { Queryable } from '../../database/sql-pool.ts';
import { outboxFailures } from './outbox-failure.ts';

const LEASE = `interval '90 seconds'`;
const GRACE = `interval '5 seconds'`;

/** Begins or renews the lease under which a worker holds its emails. */
export async function renewLease(db: Queryable, workerId: string): Promise<void> {
  await db.query({
    name: 'renew-lease',
    text: `INSERT INTO delivery_worker (id, lease_until) VALUES ($1, now() + ${LEASE})
           ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until`,
    values: [workerId],
  });
}

/** The key under which a living worker holds a lock of its database session. The session ends with its process, and the lock with it. */
export function aliveLockKey(workerId: string): string {
  return `postroom worker ${workerId}`;
}

/**
 * A worker whose lock is gone has died, or has only lost its session, as all of them do when PostgreSQL is restarted: its lease is cut to
 * what a living one needs to come back and renew it. The lock is looked at and never taken, or its owner might fail to get it back.
 */
export async function shortenLeasesOfTheDead(db: Queryable, workerId: string): Promise<void> {
  await db.query({
    name: 'shorten-leases',
    text: `
      UPDATE delivery_worker SET lease_until = now() + ${GRACE}
       WHERE id <> $1 AND lease_until > now() + ${GRACE}
         AND NOT EXISTS (
           SELECT FROM pg_locks
            WHERE locktype = 'advisory' AND objsubid = 1 AND granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (classid::bigint << 32 | objid::bigint) = hashtextextended('postroom worker ' || delivery_worker.id::text, 0))`,
    values: [workerId],
  });
}

/**
 * Takes the emails of workers whose lease has run out. What had not come to the final dot goes back into the queue, and its fence moves
 * on; the rest is uncertain, and is tried again only where `retryUncertain` says so. An email that has seen three of its workers die
 * waits longer each time, so that none can keep the others from being sent. Returns how many.
 */
export async function reclaimEmails(
  db: Queryable,
  { workerId, retryUncertain }: { workerId: string; retryUncertain: boolean },
): Promise<number> {
  const { rowCount } = await db.query({
    name: 'reclaim-emails',
    text: `
      WITH gone AS MATERIALIZED (
        SELECT id FROM delivery_worker
         WHERE id <> $1 AND lease_until < now() FOR UPDATE SKIP LOCKED
      ),
      lost AS (
        UPDATE email SET
          state = CASE WHEN NOT dot_written THEN 'QUEUED' WHEN $2 THEN 'DEFERRED' ELSE 'UNCERTAIN' END::email_state,
          recipients = CASE WHEN dot_written THEN (
            SELECT jsonb_agg(CASE WHEN recipient -> 'outcome' = 'null'
                                  THEN recipient || jsonb_build_object('failure', $3::jsonb) ELSE recipient END ORDER BY position)
              FROM jsonb_array_elements(recipients) WITH ORDINALITY AS each (recipient, position)
          ) ELSE recipients END,
          due_at = CASE WHEN dot_written THEN now() + interval '1 minute'
                        WHEN crash_count < 3 THEN now()
                        ELSE now() + least(14400, 60 * 2 ^ (crash_count - 3)) * interval '1 second' END,
          possible_duplicate = possible_duplicate OR (dot_written AND $2),
          crash_count = crash_count + (NOT dot_written)::integer,
          is_forced = is_forced AND NOT dot_written,
          fence = fence + (NOT dot_written OR $2)::integer,
          attempt_count = attempt_count + 1,
          worker_id = NULL,
          updated_at = now()
        FROM gone
        WHERE email.worker_id = gone.id AND email.state = 'SENDING'
        RETURNING email.id, attempt_count, server_revision, claimed_at, dot_written
      ),
      attempts AS (
        INSERT INTO delivery_attempt (email_id, number, server_revision, started_at, downgraded, failure)
        SELECT id, attempt_count, server_revision, claimed_at, false, CASE WHEN dot_written THEN $3::jsonb END FROM lost
      ),
      ended AS (DELETE FROM delivery_worker WHERE id IN (SELECT id FROM gone))
      SELECT FROM lost`,
    values: [workerId, retryUncertain, JSON.stringify(outboxFailures.workerLost)],
  });
  return rowCount ?? 0;
}

/** Whether the lease is still running. */
export async function hasLease(db: Queryable, workerId: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'has-lease',
    text: 'SELECT FROM delivery_worker WHERE id = $1 AND lease_until > now()',
    values: [workerId],
  });
  return rowCount === 1;
}

/** A worker takes its leave. Where it still holds an email, whose fate could not be written, its lease is left to run out. */
export async function endWorker(db: Queryable, workerId: string): Promise<void> {
  await db.query(
    `DELETE FROM delivery_worker
      WHERE id = $1 AND NOT EXISTS (SELECT FROM email WHERE worker_id = $1 AND state = 'SENDING')`,
    [workerId],
  );
}
