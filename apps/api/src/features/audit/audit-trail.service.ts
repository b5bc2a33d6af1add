import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { pageOf, readPageRequest, type Keyset, type Page } from '../../paging/page.ts';
import type { AuditEvent, AuditFilter } from './audit-event.ts';
import { AuditEventEntity } from './audit-event.entity.ts';

const EXPORT_PAGE = 500;

/** Reads the audit log, newest first. */
export class AuditTrail {
  private readonly dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** Throws BAD_USER_INPUT for a page that cannot be. */
  async page(
    request: { first: number; after?: string | null },
    filter: AuditFilter,
  ): Promise<Page<AuditEvent>> {
    const { first, after } = readPageRequest(request, 2);
    const rows = await this.behind(filter, after, first + 1);
    return pageOf(rows, { first, after }, keyOf);
  }

  /** All of it, page by page, so that no more than one is ever held. */
  async *all(filter: AuditFilter): AsyncGenerator<AuditEvent> {
    let after: Keyset | null = null;
    for (;;) {
      const rows: AuditEvent[] = await this.behind(filter, after, EXPORT_PAGE);
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < EXPORT_PAGE) return;
      after = keyOf(last);
    }
  }

  private async behind(filter: AuditFilter, after: Keyset | null, take: number): Promise<AuditEvent[]> {
    const query = this.matching(filter);
    const [at, id] = after ?? [];
    if (at !== undefined && id !== undefined) {
      if (!isUuid(id) || Number.isNaN(Date.parse(at))) return [];
      query.andWhere('(event.at, event.id) < (:afterAt::timestamptz, :afterId::uuid)', {
        afterAt: at,
        afterId: id,
      });
    }
    return query.orderBy('event.at', 'DESC').addOrderBy('event.id', 'DESC').limit(take).getMany();
  }

  private matching({
    actor,
    action,
    subject,
    since,
    until,
  }: AuditFilter): SelectQueryBuilder<AuditEventEntity> {
    const query = this.dataSource.getRepository(AuditEventEntity).createQueryBuilder('event');
    if (actor) query.andWhere('event.actor = :actor', { actor });
    if (action) query.andWhere('starts_with(event.action, :action)', { action });
    if (subject) query.andWhere('strpos(lower(event.subject), lower(:subject)) > 0', { subject });
    if (since) query.andWhere('event.at >= :since', { since });
    if (until) query.andWhere('event.at < :until', { until });
    return query;
  }
}

function keyOf(event: AuditEvent): Keyset {
  return [event.at.toISOString(), event.id];
}
