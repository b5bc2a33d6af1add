import { entityColumns } from '../../database/entity-columns.ts';
import type { Queryable } from '../../database/sql-pool.ts';
import type { SmtpServer } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';

export type ServerRow = SmtpServer & { nameKey: string };

export const SELECT_SERVERS = `
  SELECT ${entityColumns(SmtpServerEntity, 'server')}, server.password_changed_at IS NOT NULL AS "hasPassword"
    FROM smtp_server server`;

export async function findServersByIds(db: Queryable, ids: readonly string[]): Promise<ServerRow[]> {
  if (ids.length === 0) return [];
  const text = `${SELECT_SERVERS} WHERE server.id = ANY($1::uuid[])`;
  return (await db.query<ServerRow>({ name: 'find-servers-by-ids', text, values: [ids] })).rows;
}

export async function findServersByNames(db: Queryable, nameKeys: readonly string[]): Promise<ServerRow[]> {
  if (nameKeys.length === 0) return [];
  const text = `${SELECT_SERVERS} WHERE server.name_key = ANY($1::text[])`;
  return (await db.query<ServerRow>({ name: 'find-servers-by-names', text, values: [nameKeys] })).rows;
}

export async function findDefaultServer(db: Queryable): Promise<ServerRow | null> {
  const text = `${SELECT_SERVERS} WHERE server.is_default`;
  return (await db.query<ServerRow>({ name: 'find-default-server', text })).rows[0] ?? null;
}
