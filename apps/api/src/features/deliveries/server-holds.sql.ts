import type { Queryable } from '../../database/sql-pool.ts';
import type { SmtpFailure } from '../../smtp/index.ts';
import { EmailEvent, statesBefore, type EmailFailure } from '../emails/index.ts';

/** Emails that are moved in one statement. They are looked for in the order of the index, so that to find none is to read none. */
const BATCH = 5_000;
/** What the partial index is about, in its own words. */
const IS_WAITING = `email.state IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD')`;

export interface Hold {
  serverId: string;
  /** Of the settings that are refused. */
  releasedAt: string;
  failure: EmailFailure;
  /** One email may find out later whether it works again. Where a code forbids that once, a later code does not allow it. */
  mayProbe: boolean;
  /** A probe found it out: each that fails doubles the wait for the next one, from 5 minutes to an hour. */
  isProbe: boolean;
}

const NEXT_MINUTES = 'least(60, greatest(5, probe_minutes * 2))';

/**
 * Holds the mail of a server because its settings are refused, unless that is old news: they were changed, or the mail was released, since
 * they were read. Attempts that fail side by side hold once.
 */
export async function holdServer(db: Queryable, hold: Hold): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE server_delivery delivery SET
       held_since = coalesce(held_since, now()),
       held_by = $3,
       probe_minutes = CASE WHEN held_since IS NOT NULL AND NOT $5 THEN probe_minutes ELSE ${NEXT_MINUTES} END,
       probe_at = CASE WHEN NOT $4 OR held_since IS NOT NULL AND probe_at IS NULL THEN NULL
                       WHEN held_since IS NOT NULL AND NOT $5 THEN probe_at
                       ELSE now() + ${NEXT_MINUTES} * interval '1 minute' END
      FROM smtp_server server
     WHERE delivery.server_id = $1 AND server.id = $1 AND is_enabled AND delivery.released_at = $2::timestamptz`,
    [hold.serverId, hold.releasedAt, JSON.stringify(hold.failure), hold.mayProbe, hold.isProbe],
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
        SELECT waiting.id FROM server_delivery CROSS JOIN (VALUES ('QUEUED'::email_state), ('DEFERRED')) AS kind (state)
         CROSS JOIN LATERAL (
          SELECT id FROM email
           WHERE email.server_id = server_delivery.server_id AND email.state = kind.state AND ${IS_WAITING} AND NOT is_forced
           ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) waiting
         WHERE held_since IS NOT NULL
         LIMIT ${BATCH})
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
        SELECT held.id FROM server_delivery CROSS JOIN LATERAL (
          SELECT id FROM email WHERE email.server_id = server_delivery.server_id AND state = 'HELD'
           ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) held
         WHERE held_since IS NULL
         LIMIT ${BATCH})
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
