import type { Queryable } from '../../database/sql-pool.ts';
import { LONGEST_IN_ROW } from '../emails/index.ts';
import type { ClaimedEmail } from './claimed-email.ts';

export interface Claim {
  serverId: string;
  /** Claims nothing where the settings are no longer these: the caller has others in hand. */
  revision: number;
  releasedAt: string;
  workerId: string;
  limit: number;
}

/** Of messages that are read with their claim; longer ones are in the storage, and are read when they are sent. */
const MOST_OCTETS = 4 * 1024 * 1024;

/** What is claimed, with its message. The time that it was held does not count. */
const CLAIMED = `
  claimed AS (
    UPDATE email SET state = 'SENDING', worker_id = $2, fence = fence + 1, claimed_at = now(), server_revision = $3,
                     expires_at = expires_at + coalesce(now() - held_at, interval '0'), dot_written = false, held_at = NULL, updated_at = now()
      FROM due WHERE email.id = due.id
    RETURNING email.*
  )`;
const result = (isProbe: boolean) => `
  SELECT claimed.id, fence, sender, recipients, claimed.size_bytes AS "sizeBytes", needs_smtp_utf8 AS "needsSmtpUtf8",
         deferral_count AS "deferralCount", crash_count AS "crashCount", ${String(isProbe)} AS "isProbe",
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
 * Whoever has no lease claims nothing, and whoever takes the emails of the dead waits until this claim is committed: an email in the hands of a
 * worker that nobody knows of would stay there for ever.
 */
const LEASE = `
  lease AS MATERIALIZED (SELECT id FROM delivery_worker WHERE id = $2 AND lease_until > now() FOR KEY SHARE)`;

/** No row = nothing may be claimed; LIMIT NULL would be no limit at all. */
const ROOM = 'coalesce((SELECT emails FROM room), 0)';

/** Due emails of a server in one state, the one that is due for longest first. */
const dueOf = (state: 'QUEUED' | 'DEFERRED', when: string) => `
  SELECT id, due_at, CASE WHEN size_bytes > ${LONGEST_IN_ROW} THEN 0 ELSE size_bytes END AS octets FROM email
   WHERE server_id = $1 AND state = '${state}' AND ${when}
   ORDER BY due_at LIMIT ${ROOM} FOR UPDATE SKIP LOCKED`;
const inTurn = (kind: string) =>
  `SELECT id, octets, row_number() OVER (ORDER BY due_at) AS turn FROM ${kind}`;

/**
 * Takes due emails of a server. Those that are new, those that wait for longer than a minute and those that were deferred take turns, so
 * that none of the three keeps another waiting, however many there are. It never takes more than `messagesPerMinute` leaves, whatever
 * the number of processes: the row of the server is locked, and the allowance fills evenly, up to what two seconds bring.
 */
export async function claimEmails(db: Queryable, claim: Claim): Promise<ClaimedEmail[]> {
  const { rows } = await db.query<Row>({
    name: 'claim-emails',
    text: `
      WITH ${LEASE},
      server AS MATERIALIZED (
        SELECT server_id, messages_per_minute,
               least(burst, allowance + greatest(0, extract(epoch FROM now() - greatest(allowance_at, now() - interval '1 hour'))) * rate) AS allowance
          FROM server_delivery
          JOIN smtp_server ON smtp_server.id = server_id
         CROSS JOIN LATERAL (SELECT
           greatest(1, floor(messages_per_minute / 30.0)) AS burst,
           (messages_per_minute - CASE WHEN messages_per_minute < 60 THEN 0 ELSE floor(messages_per_minute / 30.0) END) / 60.0 AS rate) pace
         WHERE server_id = $1 AND is_enabled AND held_since IS NULL AND revision = $3 AND released_at = $4::timestamptz
           AND EXISTS (SELECT FROM lease)
           FOR UPDATE OF server_delivery
      ),
      room AS (SELECT CASE WHEN messages_per_minute IS NULL THEN $5::integer ELSE least($5, floor(allowance))::integer END AS emails FROM server),
      fresh AS MATERIALIZED (${dueOf('QUEUED', `due_at <= now() AND due_at > now() - interval '1 minute'`)}),
      waiting AS MATERIALIZED (${dueOf('QUEUED', `due_at <= now() - interval '1 minute'`)}),
      again AS MATERIALIZED (${dueOf('DEFERRED', 'due_at <= now()')}),
      due AS MATERIALIZED (
        SELECT id FROM (
          SELECT id, octets, sum(octets) OVER (ORDER BY turn, id) AS octets_so_far
            FROM (${['fresh', 'waiting', 'again'].map(inTurn).join(' UNION ALL ')}) kinds
           ORDER BY turn, id LIMIT ${ROOM}
        ) candidates WHERE octets_so_far - octets < ${MOST_OCTETS}
      ),
      ${CLAIMED},
      spent AS (
        UPDATE server_delivery SET allowance = server.allowance - (SELECT count(*) FROM claimed), allowance_at = now()
          FROM server WHERE server_delivery.server_id = server.server_id AND messages_per_minute IS NOT NULL
      )
      ${result(false)}`,
    values: [claim.serverId, claim.workerId, claim.revision, claim.releasedAt, claim.limit],
  });
  return rows.map(claimedEmail);
}

/**
 * One email of a server whose mail is held: one that a person wants tried, or the oldest one where it is time for a probe. Where nobody
 * asks, a probe comes every 5 minutes at first and every hour at last, whichever process makes it.
 */
export async function claimProbe(db: Queryable, claim: Omit<Claim, 'limit'>): Promise<ClaimedEmail[]> {
  const { rows } = await db.query<Row>({
    name: 'claim-probe',
    text: `
      WITH ${LEASE},
      server AS MATERIALIZED (
        SELECT server_id, probe_at <= now() AS is_time FROM server_delivery JOIN smtp_server ON smtp_server.id = server_id
         WHERE server_id = $1 AND is_enabled AND held_since IS NOT NULL AND revision = $3 AND released_at = $4::timestamptz
           AND EXISTS (SELECT FROM lease)
           FOR UPDATE OF server_delivery
      ),
      forced AS MATERIALIZED (
        SELECT id FROM email
         WHERE server_id = (SELECT server_id FROM server) AND state = 'QUEUED' AND is_forced AND due_at <= now()
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
      ),
      oldest AS MATERIALIZED (
        SELECT id FROM email
         WHERE server_id = (SELECT server_id FROM server WHERE is_time) AND state = 'HELD' AND coalesce(send_at, now()) <= now()
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
      ),
      due AS MATERIALIZED (
        SELECT id FROM (SELECT id, 1 AS turn FROM forced UNION ALL SELECT id, 2 FROM oldest) either ORDER BY turn LIMIT 1
      ),
      ${CLAIMED},
      probed AS (
        UPDATE server_delivery SET probe_at = now() + interval '5 minutes'
          FROM server WHERE server_delivery.server_id = server.server_id AND is_time
      )
      ${result(true)}`,
    values: [claim.serverId, claim.workerId, claim.revision, claim.releasedAt],
  });
  return rows.map(claimedEmail);
}

export interface DueServer {
  serverId: string;
  isHeld: boolean;
}

/** When the first of them is due. By the order of the index, so that no plan ever reads all of them to find none. */
const firstDue = (condition: string) =>
  `(SELECT due_at FROM email WHERE server_id = server.id AND ${condition} ORDER BY due_at LIMIT 1)`;

/** The servers with something to do: mail that is due, or a probe. */
export async function findDueServers(db: Queryable): Promise<DueServer[]> {
  const { rows } = await db.query<DueServer>({
    name: 'find-due-servers',
    text: `
      SELECT server.id AS "serverId", held_since IS NOT NULL AS "isHeld"
        FROM smtp_server server LEFT JOIN server_delivery ON server_id = server.id
       WHERE is_enabled AND CASE WHEN held_since IS NULL
         THEN least(${firstDue(`state = 'QUEUED'`)}, ${firstDue(`state = 'DEFERRED'`)}) <= now()
         ELSE probe_at <= now() AND ${firstDue(`state = 'HELD'`)} IS NOT NULL
           OR ${firstDue(`state = 'QUEUED' AND is_forced`)} <= now()
         END`,
  });
  return rows;
}
