import { In, type DataSource } from 'typeorm';
import type { SqlPool } from '../../database/sql-pool.ts';
import { checkPageSize } from '../../paging/page.ts';
import type { Caller } from '../access/index.ts';
import { leastIdAt } from '../emails/index.ts';
import { SmtpServerEntity, type SmtpServer } from '../smtp-servers/index.ts';
import { countByHour, countWaiting, type ServerIds } from './mail-figures.sql.ts';
import { everyHour, firstHour, type Overview, type Trouble } from './overview.ts';
import { readTroubles } from './server-troubles.sql.ts';

/** The figures of a moment serve everybody who asks in the next seconds: counting a million emails takes one of them. */
const SHARED_MS = 5_000;
/** Kept apart for callers that may see some servers only; no more of them than this. */
const MOST_KEPT = 50;

export interface ServerTrouble extends Trouble {
  server: SmtpServer;
}

type CallerLimits = Pick<Caller, 'serverIds'>;

/** Whether mail flows, and which servers need somebody. */
export class OverviewService {
  private readonly ports: { dataSource: DataSource; pool: SqlPool; now: () => Date };
  private readonly recent = new Map<string, { at: number; overview: Promise<Overview> }>();

  constructor(ports: OverviewService['ports']) {
    this.ports = ports;
  }

  async figures({ serverIds }: CallerLimits): Promise<Overview> {
    const ids = serverIds === null ? null : [...serverIds].sort();
    const key = ids === null ? 'every server' : ids.join(' ');
    const at = this.ports.now().getTime();
    const known = this.recent.get(key);
    if (known !== undefined && at - known.at < SHARED_MS) return known.overview;
    const overview = this.count(ids);
    this.recent.delete(key);
    this.recent.set(key, { at, overview });
    for (const oldest of this.recent.keys()) if (this.recent.size > MOST_KEPT) this.recent.delete(oldest);
    // What failed is asked for again; whoever asked is told by the promise itself.
    overview.catch(() => this.recent.delete(key));
    return overview;
  }

  /** The gravest first; what was mended a moment ago is not among them. */
  async troubles(
    { serverIds }: CallerLimits,
    first: number,
  ): Promise<{ troubles: ServerTrouble[]; total: number }> {
    checkPageSize(first);
    const { troubles, total } = await readTroubles(this.ports.pool, serverIds && [...serverIds], first);
    const servers = await this.ports.dataSource
      .getRepository(SmtpServerEntity)
      .findBy({ id: In(troubles.map(({ serverId }) => serverId)) });
    const of = new Map(servers.map((server) => [server.id, server]));
    return {
      total,
      troubles: troubles.flatMap((trouble) => {
        const server = of.get(trouble.serverId);
        return server === undefined ? [] : [{ ...trouble, server }];
      }),
    };
  }

  private async count(serverIds: ServerIds): Promise<Overview> {
    const now = this.ports.now();
    const [counted, waiting] = await Promise.all([
      countByHour(this.ports.pool, leastIdAt(firstHour(now)), serverIds),
      countWaiting(this.ports.pool, serverIds),
    ]);
    return { hours: everyHour(counted, now), ...waiting };
  }
}
