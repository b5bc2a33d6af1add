import type { Queryable } from '../../database/sql-pool.ts';
import { ATTEMPTS_KEPT, EmailEvent, statesBefore } from '../emails/index.ts';
import { SETTLING_EVENTS, type Settlement } from './settlement.ts';

/** The table of transitions as SQL: ('ACCEPT', 'SENDING'), ('ACCEPT', 'UNCERTAIN'), ... */
const ALLOWED = SETTLING_EVENTS.flatMap((event) =>
  statesBefore(event).map((state) => `('${event}', '${state}'::email_state)`),
).join(', ');

/**
 * Records how attempts ended, many in one statement, and returns the ids that it could. The fence stands in the WHERE clause, not in an
 * if before it: a worker that slept past its lease must find no row here instead of overwriting its successor's verdict. A verdict that
 * comes after its email was given up as uncertain still counts, as long as nobody has taken the email since; where its server was deleted
 * meanwhile, nothing more can be tried, and it stays uncertain.
 */
export async function settleEmails(db: Queryable, settlements: readonly Settlement[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'settle-emails',
    text: `
      WITH given AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset($1::jsonb) AS each (
          "id" uuid, "fence" integer, "event" text, "state" email_state, "recipients" jsonb, "delaySeconds" double precision,
          "possibleDuplicate" boolean, "hasCrashed" boolean, "attempt" jsonb)
      ),
      settled AS (
        UPDATE email SET
          state = given.state,
          recipients = given.recipients,
          due_at = CASE WHEN given."delaySeconds" IS NULL THEN email.due_at ELSE now() + given."delaySeconds" * interval '1 second' END,
          held_at = CASE WHEN given.state = 'HELD' THEN now() END,
          possible_duplicate = email.possible_duplicate OR given."possibleDuplicate",
          attempt_count = email.attempt_count
            + CASE WHEN given.attempt IS NULL OR email.state = 'UNCERTAIN' THEN 0 ELSE 1 END,
          deferral_count = email.deferral_count + (given.event = 'DEFER')::integer,
          crash_count = CASE WHEN given."hasCrashed" THEN email.crash_count + 1 ELSE 0 END,
          is_forced = false,
          worker_id = NULL,
          updated_at = now()
        FROM given
        WHERE email.id = given.id AND email.fence = given.fence AND (given.event, email.state) IN (${ALLOWED})
          AND (given.state <> 'DEFERRED' OR email.server_id IS NOT NULL)
        RETURNING email.id, email.attempt_count, email.server_revision, email.claimed_at, given.attempt
      ),
      attempts AS (
        INSERT INTO delivery_attempt (email_id, number, server_revision, started_at, duration_ms, tls_version, downgraded, reply, failure)
        SELECT id, attempt_count, server_revision, claimed_at, (attempt ->> 'durationMs')::integer, attempt ->> 'tlsVersion',
               (attempt ->> 'downgraded')::boolean, attempt ->> 'reply', nullif(attempt -> 'failure', 'null')
          FROM settled WHERE attempt IS NOT NULL AND attempt <> 'null'
        ON CONFLICT (email_id, number) DO UPDATE SET duration_ms = excluded.duration_ms, tls_version = excluded.tls_version,
          downgraded = excluded.downgraded, reply = excluded.reply, failure = excluded.failure
      ),
      trimmed AS (
        DELETE FROM delivery_attempt USING settled
         WHERE settled.attempt_count > ${ATTEMPTS_KEPT} AND email_id = settled.id AND number <= settled.attempt_count - ${ATTEMPTS_KEPT}
      )
      SELECT id FROM settled`,
    values: [JSON.stringify(settlements)],
  });
  return rows.map(({ id }) => id);
}

/** Emails of a worker that it knows to be unsent go back at once, to be tried again when their turn comes. */
export async function handBackEmails(
  db: Queryable,
  workerId: string,
  emails: readonly { id: string; fence: number }[],
): Promise<void> {
  if (emails.length === 0) return;
  await db.query(
    `UPDATE email SET state = 'QUEUED', worker_id = NULL, updated_at = now()
       FROM unnest($2::uuid[], $3::integer[]) AS given (id, fence)
      WHERE email.id = given.id AND email.fence = given.fence AND worker_id = $1
        AND state = ANY($4::email_state[])`,
    [
      workerId,
      emails.map(({ id }) => id),
      emails.map(({ fence }) => fence),
      statesBefore(EmailEvent.LOSE_WORKER),
    ],
  );
  await db.query(`SELECT pg_notify('email_due', '')`);
}

/** What the database says that a worker holds: more than it knows of where the answer to a claim was lost. */
export async function heldByWorker(
  db: Queryable,
  workerId: string,
): Promise<{ id: string; fence: number }[]> {
  const { rows } = await db.query<{ id: string; fence: number }>(
    `SELECT id, fence FROM email WHERE worker_id = $1 AND state = 'SENDING' AND claimed_at < now() - interval '10 seconds'`,
    [workerId],
  );
  return rows;
}
