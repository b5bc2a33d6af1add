import { validate as isUuid } from 'uuid';
import type { Queryable } from '../../database/sql-pool.ts';
import { pageOf, readPageRequest, type CountedPage } from '../../paging/page.ts';
import { containing, searchText } from '../../paging/search-text.ts';
import type { Caller } from '../access/index.ts';
import { countServers, findServerPage, type ServerFilter } from './find-server-page.sql.ts';
import type { ServerRow } from './find-servers.sql.ts';
import { nameKey, type SmtpServer } from './smtp-server.ts';
import type { ListSmtpServers } from './smtp-server.requests.ts';

/** The list of servers, by name, as far as the caller may see them. */
export class SmtpServerPages {
  private readonly db: Queryable;

  constructor(db: Queryable) {
    this.db = db;
  }

  async page(
    request: ListSmtpServers,
    { serverIds }: Pick<Caller, 'serverIds'>,
  ): Promise<CountedPage<SmtpServer>> {
    const { first, after } = readPageRequest(request, 2);
    const [name = '', id = ''] = after ?? [];
    const filter: ServerFilter = {
      ids: serverIds && [...serverIds],
      kind: request.kind ?? null,
      isEnabled: request.isEnabled ?? null,
      pattern: patternOf(request.search),
    };
    const isOfList = after === null || isUuid(id);
    const place = { after: after && ([name, id] as const), limit: first + 1 };
    const rows = isOfList ? await findServerPage(this.db, filter, place) : [];
    return {
      ...pageOf<ServerRow>(rows, { first, after }, (server) => [server.nameKey, server.id]),
      countAll: () => countServers(this.db, filter),
    };
  }
}

function patternOf(search: string | null | undefined): string | null {
  const text = searchText(search);
  return text === null ? null : containing(nameKey(text));
}
