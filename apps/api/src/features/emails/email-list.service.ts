import DataLoader from 'dataloader';
import { In, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { pageOf, readPageRequest, type Page } from '../../paging/page.ts';
import { containing, searchText } from '../../paging/search-text.ts';
import { mayUseServer, type Caller } from '../access/index.ts';
import type { Attachments, EmailAttachment } from '../attachments/index.ts';
import { SmtpServerEntity, type SmtpServer } from '../smtp-servers/index.ts';
import { ATTEMPTS_KEPT, type DeliveryAttempt, type Email } from './email.ts';
import { DeliveryAttemptEntity, EmailEntity } from './email.entity.ts';
import { idOfMessageId, leastIdAt } from './email-id.ts';
import { EmailState, WAITING_STATES } from './email-state.ts';
import type { EmailFilter, ListEmails } from './email.requests.ts';

/** Counting further would cost more than the number is worth. */
const COUNTED_UP_TO = 10_000;

export interface EmailPage extends Page<Email> {
  /** null = more than are counted. */
  countAll: () => Promise<number | null>;
}

type PerRequest = { perRequest: Map<object, unknown> };

/** Looks emails up: one, a page of them, how many there are. */
export class EmailList {
  private readonly dataSource: DataSource;
  private readonly attachments: Pick<Attachments, 'ofEmails'>;
  private readonly loaders = { server: {}, attachments: {}, waiting: {}, failed: {} };

  constructor(dataSource: DataSource, attachments: Pick<Attachments, 'ofEmails'>) {
    this.dataSource = dataSource;
    this.attachments = attachments;
  }

  async page(request: ListEmails, caller: Caller): Promise<EmailPage> {
    const { first, after } = readPageRequest(request, 1);
    const matching = this.matching(request.filter ?? {}, caller);
    const page = matching.clone();
    const [id] = after ?? [];
    if (id !== undefined) page.andWhere(isUuid(id) ? 'email.id < :after' : 'false', { after: id });
    const rows = await page
      .orderBy('email.id', 'DESC')
      .limit(first + 1)
      .getMany();
    // All of them are here: counting again what is rare among a million takes as long as finding it.
    const isWhole = id === undefined && rows.length <= first;
    return {
      ...pageOf<Email>(rows, { first, after }, (email) => [email.id]),
      countAll: async () => (isWhole ? rows.length : this.count(matching)),
    };
  }

  /** One that the caller may not see looks as if it were not there. */
  async find(id: string, caller: Caller): Promise<Email | null> {
    const email = isUuid(id) ? await this.byId(id) : null;
    return email !== null && mayUseServer(caller, email.serverId ?? '') ? email : null;
  }

  async byId(id: string): Promise<Email | null> {
    return this.dataSource.getRepository(EmailEntity).findOneBy({ id });
  }

  /** Those that the filter names, as far as the caller may see them. */
  matching(filter: EmailFilter, { serverIds }: Pick<Caller, 'serverIds'>): SelectQueryBuilder<EmailEntity> {
    const query = this.dataSource.getRepository(EmailEntity).createQueryBuilder('email');
    const { states, serverId, search, recipient, messageId, idempotencyKey, since, until } = filter;
    if (serverIds !== null) query.andWhere('email.serverId = ANY(:allowed)', { allowed: [...serverIds] });
    if (states) query.andWhere('email.state = ANY(:states::email_state[])', { states });
    if (serverId) query.andWhere(isUuid(serverId) ? 'email.serverId = :serverId' : 'false', { serverId });
    if (recipient) {
      // Looked up first: PostgreSQL takes every address for a frequent one, and would read all emails, newest first, until it has a page.
      query.andWhere('email.id = ANY(ARRAY(SELECT id FROM email WHERE recipient_keys @> :recipients))', {
        recipients: [(searchText(recipient) ?? '').toLowerCase()],
      });
    }
    if (messageId) {
      const id = idOfMessageId(messageId);
      query.andWhere(id === null ? 'false' : 'email.id = :messageOf', { messageOf: id });
    }
    if (idempotencyKey) query.andWhere('email.idempotencyKey = :idempotencyKey', { idempotencyKey });
    if (since) query.andWhere('email.id >= :since', { since: leastIdAt(since) });
    if (until) query.andWhere('email.id < :until', { until: leastIdAt(until) });
    const words = searchText(search);
    if (words !== null) {
      const pattern = containing(words);
      query.andWhere(
        `(email.subject ILIKE :pattern OR email.from ILIKE :pattern OR array_to_string(email.recipientKeys, ' ') ILIKE :pattern)`,
        { pattern },
      );
    }
    return query;
  }

  /** Oldest first; the one under way among them. */
  async attemptsOf(emailId: string): Promise<DeliveryAttempt[]> {
    const [ended, email] = await Promise.all([
      this.dataSource.getRepository(DeliveryAttemptEntity).find({
        where: { emailId },
        order: { number: 'DESC' },
        take: ATTEMPTS_KEPT,
      }),
      this.dataSource.getRepository(EmailEntity).findOneBy({ id: emailId }),
    ]);
    const attempts: DeliveryAttempt[] = ended.reverse();
    if (email?.state !== EmailState.SENDING || email.claimedAt === null) return attempts;
    const underWay = {
      number: email.attemptCount + 1,
      serverRevision: email.serverRevision ?? 0,
      startedAt: email.claimedAt,
      durationMs: null,
      tlsVersion: null,
      downgraded: false,
      reply: null,
      failure: null,
    };
    return [...attempts, underWay].slice(-ATTEMPTS_KEPT);
  }

  async serverOf(request: PerRequest, serverId: string | null): Promise<SmtpServer | null> {
    if (serverId === null) return null;
    const servers = this.dataSource.getRepository(SmtpServerEntity);
    return loaderOf<SmtpServer | null>(request, this.loaders.server, async (ids) => {
      const rows = await servers.findBy({ id: In([...ids]) });
      return ids.map((id) => rows.find((server) => server.id === id) ?? null);
    }).load(serverId);
  }

  async attachmentsOf(request: PerRequest, emailId: string): Promise<EmailAttachment[]> {
    return loaderOf<EmailAttachment[]>(request, this.loaders.attachments, async (ids) => {
      const found = await this.attachments.ofEmails(ids);
      return ids.map((id) => found.get(id) ?? []);
    }).load(emailId);
  }

  async waitingOf(request: PerRequest, serverId: string): Promise<number> {
    return this.counts(request, this.loaders.waiting, WAITING_STATES).load(serverId);
  }

  async failedOf(request: PerRequest, serverId: string): Promise<number> {
    return this.counts(request, this.loaders.failed, [EmailState.FAILED, EmailState.UNCERTAIN]).load(
      serverId,
    );
  }

  /** Asked in the transaction that deletes the server. */
  async countWaiting(manager: EntityManager, serverId: string): Promise<number> {
    return manager.countBy(EmailEntity, { serverId, state: In([...WAITING_STATES]) });
  }

  private counts(request: PerRequest, key: object, states: readonly EmailState[]) {
    return loaderOf<number>(request, key, async (serverIds) => {
      // The states stand in the text, so that the planner sees the partial index that they belong to.
      const rows = await this.dataSource.query<{ server_id: string; count: string }[]>(
        `SELECT server_id, count(*) FROM email
          WHERE server_id = ANY($1) AND state IN (${states.map((state) => `'${state}'`).join(', ')})
          GROUP BY server_id`,
        [serverIds],
      );
      const of = new Map(rows.map((row) => [row.server_id, Number(row.count)]));
      return serverIds.map((id) => of.get(id) ?? 0);
    });
  }

  private async count(matching: SelectQueryBuilder<EmailEntity>): Promise<number | null> {
    const some = matching
      .clone()
      .select('email.id', 'id')
      .limit(COUNTED_UP_TO + 1);
    const [sql, parameters] = some.getQueryAndParameters();
    const [row] = await this.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM (${sql}) AS matching`,
      parameters,
    );
    const count = Number(row?.count);
    return count > COUNTED_UP_TO ? null : count;
  }
}

/** What one answer asks for in many places is read in one query. */
function loaderOf<Value>(
  { perRequest }: PerRequest,
  key: object,
  read: (ids: readonly string[]) => Promise<Value[]>,
): DataLoader<string, Value> {
  const loader = (perRequest.get(key) as DataLoader<string, Value> | undefined) ?? new DataLoader(read);
  perRequest.set(key, loader);
  return loader;
}
