import type { Queryable } from '../../database/sql-pool.ts';
import type { StoredRecipient } from '../emails/index.ts';

/** An email in the hands of a worker. */
export interface ClaimedEmail {
  id: string;
  fence: number;
  sender: string;
  recipients: StoredRecipient[];
  sizeBytes: number;
  needsSmtpUtf8: boolean;
  deferralCount: number;
  crashCount: number;
  /** As PostgreSQL writes it, to the microsecond. */
  claimedAt: string;
  /** Of its lifetime, by the clock of the database. */
  secondsLeft: number;
  content: Buffer | null;
  /** null = the message is in its row. */
  storedFile: { id: string; sha256: Buffer } | null;
}

export interface Claim {
  serverId: string;
  /** Claims nothing where the settings are no longer these: the caller has others in hand. */
  revision: number;
  releasedAt: string;
  workerId: string;
  limit: number;
}

/** What is claimed, with its message. */
const CLAIMED = `
  claimed AS (
    UPDATE email SET state = 'SENDING', worker_id = $2, fence = fence + 1, claimed_at = now(), server_revision = $3,
                     dot_written = false, is_forced = false, held_at = NULL, updated_at = now()
      FROM due WHERE email.id = due.id
    RETURNING email.*
  )`;
const RESULT = `
  SELECT claimed.id, fence, sender, recipients, claimed.size_bytes AS "sizeBytes", needs_smtp_utf8 AS "needsSmtpUtf8",
         deferral_count AS "deferralCount", crash_count AS "crashCount", claimed_at::text AS "claimedAt",
         extract(epoch FROM expires_at - now())::float8 AS "secondsLeft",
         content, stored_file_id AS "storedFileId", sha256
    FROM claimed JOIN email_message ON email_id = claimed.id LEFT JOIN stored_file ON stored_file.id = stored_file_id`;

type Row = Omit<ClaimedEmail, 'storedFile'> & { storedFileId: string | null; sha256: Buffer | null };

function claimedEmail({ storedFileId, sha256, ...email }: Row): ClaimedEmail {
  return {
    ...email,
    storedFile: storedFileId === null || sha256 === null ? null : { id: storedFileId, sha256 },
  };
}

/**
 * Takes due emails of a server, half of them new and half of them deferred where there are enough of both, so that neither starves the
 * other. It never takes more than `messagesPerMinute` leaves, whatever the number of processes: the row of the server is locked, and the
 * allowance fills evenly, up to what two seconds bring.
 */
export async function claimEmails(db: Queryable, claim: Claim): Promise<ClaimedEmail[]> {
  const { rows } = await db.query<Row>({
    name: 'claim-emails',
    text: `
      WITH server AS MATERIALIZED (
        SELECT server_id, messages_per_minute,
               least(burst, allowance + extract(epoch FROM now() - greatest(allowance_at, now() - interval '1 hour')) * rate) AS allowance
          FROM server_delivery
          JOIN smtp_server ON smtp_server.id = server_id
         CROSS JOIN LATERAL (SELECT
           greatest(1, floor(messages_per_minute / 30.0)) AS burst,
           (messages_per_minute - CASE WHEN messages_per_minute < 60 THEN 0 ELSE floor(messages_per_minute / 30.0) END) / 60.0 AS rate) pace
         WHERE server_id = $1 AND is_enabled AND held_since IS NULL AND revision = $3 AND released_at = $4::timestamptz
           FOR UPDATE OF server_delivery
      ),
      room AS (SELECT CASE WHEN messages_per_minute IS NULL THEN $5::integer ELSE least($5, floor(allowance))::integer END AS emails FROM server),
      fresh AS MATERIALIZED (
        SELECT id, due_at FROM email
         WHERE server_id = $1 AND state = 'QUEUED' AND due_at <= now()
         ORDER BY due_at LIMIT (SELECT emails FROM room) FOR UPDATE SKIP LOCKED
      ),
      again AS MATERIALIZED (
        SELECT id, due_at FROM email
         WHERE server_id = $1 AND state = 'DEFERRED' AND due_at <= now()
         ORDER BY due_at LIMIT (SELECT emails FROM room) FOR UPDATE SKIP LOCKED
      ),
      due AS MATERIALIZED (
        SELECT id FROM (
          SELECT id, row_number() OVER (ORDER BY due_at) AS turn FROM fresh
          UNION ALL
          SELECT id, row_number() OVER (ORDER BY due_at) AS turn FROM again
        ) both_kinds ORDER BY turn LIMIT (SELECT emails FROM room)
      ),
      ${CLAIMED},
      spent AS (
        UPDATE server_delivery SET allowance = server.allowance - (SELECT count(*) FROM claimed), allowance_at = now()
          FROM server WHERE server_delivery.server_id = server.server_id AND messages_per_minute IS NOT NULL
      )
      ${RESULT}`,
    values: [claim.serverId, claim.workerId, claim.revision, claim.releasedAt, claim.limit],
  });
  return rows.map(claimedEmail);
}

/**
 * One email of a server whose mail is held: one that a person wants tried, or the oldest one where it is time for a probe. Where nobody
 * asks, a probe comes every 5 minutes at first and every hour at last, whichever process makes it.
 */
export async function claimProbe(db: Queryable, claim: Omit<Claim, 'limit'>): Promise<ClaimedEmail | null> {
  const { rows } = await db.query<Row>({
    name: 'claim-probe',
    text: `
      WITH server AS MATERIALIZED (
        SELECT server_id, probe_at <= now() AS is_time FROM server_delivery JOIN smtp_server ON smtp_server.id = server_id
         WHERE server_id = $1 AND is_enabled AND held_since IS NOT NULL AND revision = $3 AND released_at = $4::timestamptz
           FOR UPDATE OF server_delivery
      ),
      due AS MATERIALIZED (
        SELECT id FROM email
         WHERE server_id = (SELECT server_id FROM server)
           AND (state IN ('QUEUED', 'DEFERRED') AND is_forced AND due_at <= now()
                OR state = 'HELD' AND (SELECT is_time FROM server) AND coalesce(send_at, now()) <= now())
         ORDER BY is_forced DESC, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ),
      ${CLAIMED},
      probed AS (
        UPDATE server_delivery SET probe_at = now() + interval '5 minutes'
          FROM server WHERE server_delivery.server_id = server.server_id AND is_time
      )
      ${RESULT}`,
    values: [claim.serverId, claim.workerId, claim.revision, claim.releasedAt],
  });
  return rows[0] === undefined ? null : claimedEmail(rows[0]);
}

export interface DueServer {
  serverId: string;
  isHeld: boolean;
}

/** The servers with something to do: mail that is due, or a probe. One look into the partial index for each server. */
export async function findDueServers(db: Queryable): Promise<DueServer[]> {
  const { rows } = await db.query<DueServer>({
    name: 'find-due-servers',
    text: `
      SELECT server.id AS "serverId", held_since IS NOT NULL AS "isHeld"
        FROM smtp_server server LEFT JOIN server_delivery ON server_id = server.id
       WHERE is_enabled AND CASE WHEN held_since IS NULL
         THEN EXISTS (SELECT FROM email WHERE server_id = server.id AND state = 'QUEUED' AND due_at <= now())
           OR EXISTS (SELECT FROM email WHERE server_id = server.id AND state = 'DEFERRED' AND due_at <= now())
         ELSE probe_at <= now() AND EXISTS (SELECT FROM email WHERE server_id = server.id AND state = 'HELD')
           OR EXISTS (SELECT FROM email WHERE server_id = server.id AND state = 'QUEUED' AND due_at <= now() AND is_forced)
         END`,
  });
  return rows;
}
