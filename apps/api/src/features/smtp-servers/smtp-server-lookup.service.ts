import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import { ONE_MOMENT } from '../../database/one-moment.ts';
import type { Queryable } from '../../database/sql-pool.ts';
import { findDefaultServer, findServersByIds, findServersByNames } from './find-servers.sql.ts';
import { nameKey, type SmtpServer } from './smtp-server.ts';
import type { SmtpServerRef } from './smtp-server.requests.ts';

/** Finds the server that an email names. What many requests ask for in one moment is read in one query; nothing is remembered. */
export class SmtpServerLookup {
  readonly #byId: DataLoader<string, SmtpServer | null>;
  readonly #byName: DataLoader<string, SmtpServer | null>;
  readonly #default: DataLoader<'default', SmtpServer | null>;

  constructor(db: Queryable) {
    this.#byId = new DataLoader(async (ids) => {
      const servers = await findServersByIds(db, [...new Set(ids)]);
      return ids.map((id) => servers.find((server) => server.id === id) ?? null);
    }, ONE_MOMENT);
    this.#byName = new DataLoader(async (nameKeys) => {
      const servers = await findServersByNames(db, [...new Set(nameKeys)]);
      return nameKeys.map((key) => servers.find((server) => server.nameKey === key) ?? null);
    }, ONE_MOMENT);
    this.#default = new DataLoader(async (asked) => {
      const server = await findDefaultServer(db);
      return asked.map(() => server);
    }, ONE_MOMENT);
  }

  /** null = the default server. */
  async find(ref: SmtpServerRef | null): Promise<SmtpServer | null> {
    if (ref === null) return this.#default.load('default');
    if (typeof ref.id === 'string' && isUuid(ref.id)) return this.#byId.load(ref.id.toLowerCase());
    // PostgreSQL knows no NUL, and would refuse what others ask for along with it.
    if (typeof ref.name !== 'string' || ref.name.includes('\0')) return null;
    return this.#byName.load(nameKey(ref.name.trim()));
  }
}
