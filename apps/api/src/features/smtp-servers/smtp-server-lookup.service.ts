import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { nameKey, type SmtpServer } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';
import type { SmtpServerRef } from './smtp-server.requests.ts';

/** Finds the server that an email names. What many requests ask for in one moment is read in one query; nothing is remembered. */
export class SmtpServerLookup {
  readonly #loader: DataLoader<SmtpServerRef | 'default', SmtpServer | null>;

  constructor(dataSource: DataSource) {
    const servers = dataSource.getRepository(SmtpServerEntity);
    this.#loader = new DataLoader(
      async (refs) => {
        const named = refs.filter((ref) => ref !== 'default');
        const ids = named.filter(isId).map(({ id }) => id);
        const names = named.flatMap(nameKeysOf);
        const rows = await servers.find({
          where: [
            ...(ids.length > 0 ? [{ id: In([...new Set(ids)]) }] : []),
            ...(names.length > 0 ? [{ nameKey: In([...new Set(names)]) }] : []),
            ...(refs.includes('default') ? [{ isDefault: true }] : []),
          ],
        });
        return refs.map((ref) => rows.find((server) => isMeant(server, ref)) ?? null);
      },
      { cache: false },
    );
  }

  /** null = the default server. */
  find(ref: SmtpServerRef | null): Promise<SmtpServer | null> {
    if (ref !== null && !isId(ref) && nameKeysOf(ref).length === 0) return Promise.resolve(null);
    return this.#loader.load(ref ?? 'default');
  }
}

function isId(ref: SmtpServerRef): ref is { id: string } {
  return typeof ref.id === 'string' && isUuid(ref.id);
}

/** No server has a NUL in its name, and a query that asked for one would fail for all who share it. */
function nameKeysOf({ name }: SmtpServerRef): string[] {
  return typeof name === 'string' && !name.includes('\0') ? [nameKey(name.trim())] : [];
}

function isMeant(server: SmtpServerEntity, ref: SmtpServerRef | 'default'): boolean {
  if (ref === 'default') return server.isDefault;
  return isId(ref) ? server.id === ref.id.toLowerCase() : nameKeysOf(ref).includes(server.nameKey);
}
