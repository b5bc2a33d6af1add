import type { Queryable } from '../../database/sql-pool.ts';
import type { SmtpFailure } from '../../smtp/index.ts';
import { EmailEvent, statesBefore } from '../emails/index.ts';

/** Emails that are moved in one statement. */
const BATCH = 5_000;

/**
 * Holds the mail of a server because of what an attempt found out, unless that is old news: the settings were changed, or the mail was
 * released, since the attempt began. `probe` = one email may find out later whether it works again; where a code forbids that once, a
 * later code does not allow it. Each probe that fails doubles the wait from 5 minutes to an hour.
 */
export async function holdServer(
  db: Queryable,
  hold: { serverId: string; revision: number; begunAt: string; failure: SmtpFailure; probe: boolean },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE server_delivery delivery SET
       held_since = coalesce(held_since, now()),
       held_by = $4,
       probe_minutes = least(60, greatest(5, probe_minutes * 2)),
       probe_at = CASE WHEN $5 AND (held_since IS NULL OR probe_at IS NOT NULL)
                       THEN now() + least(60, greatest(5, probe_minutes * 2)) * interval '1 minute' END
      FROM smtp_server server
     WHERE delivery.server_id = $1 AND server.id = $1 AND server.revision = $2
       AND delivery.released_at < $3::timestamptz`,
    [hold.serverId, hold.revision, hold.begunAt, JSON.stringify(hold.failure), hold.probe],
  );
  return rowCount === 1;
}

/** The settings changed: a server that is enabled is tried anew, the mail of one that is not is held. */
export async function settingsChanged(db: Queryable, serverId: string): Promise<void> {
  await db.query(
    `INSERT INTO server_delivery AS delivery (server_id, held_since, released_at)
     SELECT id, CASE WHEN is_enabled THEN NULL ELSE now() END, now() FROM smtp_server WHERE id = $1
     ON CONFLICT (server_id) DO UPDATE SET
       held_since = CASE WHEN excluded.held_since IS NULL THEN NULL
                         WHEN delivery.held_by IS NULL THEN coalesce(delivery.held_since, now()) ELSE now() END,
       held_by = NULL, probe_at = NULL, probe_minutes = 0, released_at = now()`,
    [serverId],
  );
  await db.query(`SELECT pg_notify('email_due', '')`);
}

/** The same for what every server trusts. */
export async function allSettingsChanged(db: Queryable): Promise<void> {
  await db.query(
    `UPDATE server_delivery SET held_since = NULL, held_by = NULL, probe_at = NULL, probe_minutes = 0, released_at = now()
       FROM smtp_server WHERE smtp_server.id = server_id AND is_enabled`,
  );
  await db.query(`SELECT pg_notify('email_due', '')`);
}

/** Marks mail that waits for held servers. True = there may be more of it. */
export async function holdWaitingEmails(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE email SET state = 'HELD', held_at = now(), updated_at = now()
      WHERE id IN (
        SELECT email.id FROM email JOIN server_delivery USING (server_id)
         WHERE held_since IS NOT NULL AND state IN ('QUEUED', 'DEFERRED') AND NOT is_forced
         LIMIT ${BATCH} FOR UPDATE OF email SKIP LOCKED)
        AND state = ANY($1::email_state[])`,
    [statesBefore(EmailEvent.HOLD)],
  );
  return rowCount === BATCH;
}

/** Lets mail go that servers no longer hold; the time that it was held is added to its lifetime. True = there may be more of it. */
export async function releaseHeldEmails(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE email SET state = 'QUEUED', expires_at = expires_at + (now() - held_at), due_at = greatest(now(), send_at),
                      held_at = NULL, updated_at = now()
      WHERE id IN (
        SELECT email.id FROM email LEFT JOIN server_delivery USING (server_id)
         WHERE held_since IS NULL AND state = 'HELD'
         LIMIT ${BATCH} FOR UPDATE OF email SKIP LOCKED)
        AND state = ANY($1::email_state[])`,
    [statesBefore(EmailEvent.RELEASE)],
  );
  return rowCount === BATCH;
}

export interface ServerHold {
  serverId: string;
  heldSince: Date;
  heldBy: SmtpFailure | null;
}

export async function readHolds(db: Queryable, serverIds: readonly string[]): Promise<ServerHold[]> {
  const { rows } = await db.query<ServerHold>(
    `SELECT server_id AS "serverId", held_since AS "heldSince", held_by AS "heldBy"
       FROM server_delivery WHERE server_id = ANY($1) AND held_since IS NOT NULL`,
    [serverIds],
  );
  return rows;
}

/** The moment since which attempts count, to the microsecond, as PostgreSQL writes it. */
export async function readReleasedAt(db: Queryable, serverId: string): Promise<string | null> {
  const { rows } = await db.query<{ releasedAt: string }>(
    `SELECT released_at::text AS "releasedAt" FROM server_delivery WHERE server_id = $1`,
    [serverId],
  );
  return rows[0]?.releasedAt ?? null;
}
