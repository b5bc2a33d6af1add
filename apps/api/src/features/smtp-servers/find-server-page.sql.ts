import type { Queryable } from '../../database/sql-pool.ts';
import { SELECT_SERVERS, type ServerRow } from './find-servers.sql.ts';
import type { ServerKind } from './smtp-server.ts';

/** What a server must be; null = anything. */
export interface ServerFilter {
  ids: readonly string[] | null;
  kind: ServerKind | null;
  isEnabled: boolean | null;
  /** For LIKE, of the name or the host name. */
  pattern: string | null;
}

/** Name key and id of the server before the page; null = it is the first page. */
type ServerKeyset = readonly [nameKey: string, id: string] | null;

/** What is asked is prepared with the conditions that are given and no others: each choice has an index or a plan of its own. */
const CONDITIONS: Record<keyof ServerFilter | 'after', (value: string) => string> = {
  ids: (value) => `server.id = ANY(${value}::uuid[])`,
  kind: (value) => `server.kind = ${value}`,
  isEnabled: (value) => `server.is_enabled = ${value}`,
  pattern: (value) => `(server.name_key LIKE ${value} OR server.hostname LIKE ${value})`,
  after: (value) => `(server.name_key, server.id) > ((${value}::text[])[1], (${value}::text[])[2]::uuid)`,
};

/** By name, at most `limit`. */
export async function findServerPage(
  db: Queryable,
  filter: ServerFilter,
  { after, limit }: { after: ServerKeyset; limit: number },
): Promise<ServerRow[]> {
  const { given, where, values } = conditions({ ...filter, after });
  const order = `ORDER BY server.name_key, server.id LIMIT $${String(values.length + 1)}`;
  const page = { name: `find-server-page ${given}`, text: `${SELECT_SERVERS} ${where} ${order}` };
  return (await db.query<ServerRow>({ ...page, values: [...values, limit] })).rows;
}

export async function countServers(db: Queryable, filter: ServerFilter): Promise<number> {
  const { given, where, values } = conditions({ ...filter, after: null });
  const text = `SELECT count(*)::integer AS count FROM smtp_server server ${where}`;
  const { rows } = await db.query<{ count: number }>({ name: `count-servers ${given}`, text, values });
  return rows[0]?.count ?? 0;
}

function conditions(filter: ServerFilter & { after: ServerKeyset }) {
  const names = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[];
  const given = names.filter((name) => filter[name] !== null);
  const all = given.map((name, index) => CONDITIONS[name](`$${String(index + 1)}`));
  return {
    given: given.join(','),
    where: all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`,
    values: given.map((name) => filter[name]),
  };
}
