import type { Queryable } from '../../database/sql-pool.ts';

/** What waits for one server. */
export interface ServerBacklog {
  server: string;
  waiting: number;
  /** Of the email that has waited longest; 0 = none waits. */
  oldestWaitingSeconds: number;
  isHeld: boolean;
}

/** Every server, by name. An email that is to be sent later waits from that moment on. */
export async function readServerBacklogs(db: Queryable): Promise<ServerBacklog[]> {
  const { rows } = await db.query<ServerBacklog>({
    name: 'read-server-backlogs',
    text: `
      WITH backlog AS (
        SELECT server_id, count(*)::int AS waiting,
               min(greatest(created_at, send_at)) FILTER (WHERE send_at IS NULL OR send_at <= now()) AS oldest
          FROM email WHERE state IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD')
         GROUP BY server_id
      )
      SELECT server.name AS server, coalesce(waiting, 0) AS waiting,
             coalesce(extract(epoch FROM now() - oldest), 0)::float8 AS "oldestWaitingSeconds",
             held_since IS NOT NULL AS "isHeld"
        FROM smtp_server server
        LEFT JOIN backlog ON backlog.server_id = server.id
        LEFT JOIN server_delivery ON server_delivery.server_id = server.id
       ORDER BY server.name_key`,
  });
  return rows;
}

/** Delivery processes that are alive, wherever they run. */
export async function countWorkers(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ workers: number }>({
    name: 'count-workers',
    text: 'SELECT count(*)::int AS workers FROM delivery_worker WHERE lease_until > now()',
  });
  return rows[0]?.workers ?? 0;
}
