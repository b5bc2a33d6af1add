import type { Queryable } from '../../database/sql-pool.ts';
import { TroubleReason, type Trouble } from './overview.ts';
import type { ServerIds } from './mail-figures.sql.ts';

/** Deferred emails of a server that are looked at, and newer emails among which one that was accepted is looked for. */
const SAMPLE = 20;
const NEWEST = 5_000;

const GRAVITY = Object.values(TroubleReason);

/**
 * FAILING: emails are put off because the server is not reached or does not let us in, and no newer one was accepted. Refusals of single
 * senders and recipients are the emails' trouble, not the server's. TEST_FAILED: the latest test of the settings as they are now.
 */
export async function readTroubles(
  db: Queryable,
  serverIds: ServerIds,
  first: number,
): Promise<{ troubles: Trouble[]; total: number }> {
  const { rows } = await db.query<Trouble & { total: number }>({
    name: 'read-server-troubles',
    text: `
      WITH server AS (
        SELECT id, name_key, is_enabled, username, revision FROM smtp_server
         WHERE $1::uuid[] IS NULL OR id = ANY($1)
      ), deferred AS (
        SELECT DISTINCT server_id FROM email WHERE state = 'DEFERRED'
      ), trouble AS (
        SELECT server.id, 'HELD' AS reason, held_since AS since, held_by AS failure
          FROM server JOIN server_delivery ON server_id = server.id
         WHERE is_enabled AND held_since IS NOT NULL

        UNION ALL
        SELECT id, 'PASSWORD_MISSING', NULL, NULL
          FROM server
         WHERE is_enabled AND username IS NOT NULL
           AND NOT EXISTS (SELECT FROM smtp_server_secret WHERE server_id = server.id)

        UNION ALL
        SELECT server.id, 'FAILING', attempt.started_at, attempt.failure
          FROM deferred JOIN server ON server.id = server_id
         CROSS JOIN LATERAL (
           SELECT started_at, failure
             FROM (SELECT id, attempt_count FROM email
                    WHERE state = 'DEFERRED' AND server_id = server.id ORDER BY due_at DESC LIMIT ${SAMPLE}) AS late
             JOIN delivery_attempt ON email_id = late.id AND number = late.attempt_count
            ORDER BY started_at DESC LIMIT 1
         ) AS attempt
         WHERE attempt.failure ->> 'step' IN ('DNS', 'CONNECT', 'TLS', 'GREETING', 'EHLO', 'STARTTLS', 'AUTH')
           AND NOT EXISTS (
             SELECT FROM (SELECT server_id, state, updated_at FROM email ORDER BY id DESC LIMIT ${NEWEST}) AS newest
              WHERE newest.server_id = server.id AND state = 'ACCEPTED' AND updated_at > attempt.started_at)

        UNION ALL
        SELECT server.id, 'DISABLED', held_since, NULL
          FROM server JOIN server_delivery ON server_id = server.id
         WHERE NOT is_enabled
           AND EXISTS (SELECT FROM email WHERE state IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD') AND email.server_id = server.id)

        UNION ALL
        SELECT server.id, 'TEST_FAILED', test.started_at, test.failure
          FROM server
         CROSS JOIN LATERAL (
           SELECT started_at, succeeded, failure, revision FROM test_report
            WHERE server_id = server.id ORDER BY started_at DESC LIMIT 1
         ) AS test
         WHERE is_enabled AND NOT test.succeeded AND test.revision = server.revision
           AND test.failure ->> 'code' <> 'CANCELLED'
      ), gravest AS (
        SELECT DISTINCT ON (id) trouble.*, array_position($2::text[], reason) AS gravity
          FROM trouble ORDER BY id, array_position($2::text[], reason)
      )
      SELECT gravest.id AS "serverId", reason, since, failure, (count(*) OVER ())::int AS total
        FROM gravest JOIN server USING (id)
       ORDER BY gravity, since NULLS LAST, name_key
       LIMIT $3`,
    values: [serverIds, GRAVITY, first],
  });
  return { troubles: rows.map(({ total: _, ...trouble }) => trouble), total: rows[0]?.total ?? 0 };
}
