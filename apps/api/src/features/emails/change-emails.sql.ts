import type { Queryable } from '../../database/sql-pool.ts';
import { LIFETIME_DAYS } from './email.ts';
import { EmailEvent, statesBefore } from './email-state.ts';

export interface Retry {
  /** null = the server it has. */
  server: { id: string; name: string } | null;
  /** A person asked for this very email: its server is tried even where its mail is held. */
  isForced: boolean;
  /** Each email becomes due at a moment of its own within so many seconds. */
  spreadSeconds: number;
}

/**
 * To be tried from now on, with a schedule and a lifetime that begin anew. Who refused for good is asked again where nobody accepted;
 * whoever's outcome is unknown is asked again where the whole email's is, which may make a duplicate. Emails whose server is deleted, or
 * is being deleted, are left alone: nobody would ever send them. Returns the ids that were changed.
 */
export async function retryEmails(db: Queryable, ids: readonly string[], retry: Retry): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `WITH servers AS MATERIALIZED (
       SELECT id FROM smtp_server
        WHERE id IN (SELECT coalesce($3, server_id) FROM email WHERE id = ANY($1)) FOR KEY SHARE
     )
     UPDATE email SET
       state = 'QUEUED',
       server_id = coalesce($3, server_id),
       server_name = coalesce($4, server_name),
       due_at = greatest(now(), send_at) + random() * $6 * interval '1 second',
       expires_at = greatest(expires_at, now() + interval '${LIFETIME_DAYS} days'),
       held_at = NULL,
       is_forced = $5,
       deferral_count = 0,
       crash_count = 0,
       possible_duplicate = possible_duplicate OR state = 'UNCERTAIN',
       recipients = CASE WHEN state IN ('FAILED', 'UNCERTAIN') THEN (
         SELECT jsonb_agg(
           CASE WHEN recipient ->> 'outcome' = email.state::text
                THEN recipient || '{"outcome": null}' ELSE recipient END ORDER BY position)
           FROM jsonb_array_elements(recipients) WITH ORDINALITY AS each (recipient, position)
       ) ELSE recipients END,
       updated_at = now()
     WHERE id = ANY($1) AND state = ANY($2::email_state[]) AND coalesce($3, server_id) IN (SELECT id FROM servers)
     RETURNING id`,
    [
      ids,
      statesBefore(EmailEvent.RETRY),
      retry.server?.id ?? null,
      retry.server?.name ?? null,
      retry.isForced,
      retry.spreadSeconds,
    ],
  );
  if (rows.length > 0) await db.query(`SELECT pg_notify('email_due', '')`);
  return rows.map(({ id }) => id);
}

/** Never to be tried again. Returns the ids that were changed. */
export async function cancelEmails(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `UPDATE email SET state = 'CANCELLED', held_at = NULL, updated_at = now()
      WHERE id = ANY($1) AND state = ANY($2::email_state[]) RETURNING id`,
    [ids, statesBefore(EmailEvent.CANCEL)],
  );
  return rows.map(({ id }) => id);
}
