import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { pageOf, readPageRequest, type CountedPage } from '../../paging/page.ts';
import { mayUseServer, type Caller } from '../access/index.ts';
import { nameKey, type SmtpServer } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';
import type { ListSmtpServers, SmtpServerRef } from './smtp-server.requests.ts';
import type { SmtpServerSecrets } from './smtp-server-secrets.service.ts';

type ServerLimits = Pick<Caller, 'serverIds'>;

/** Looks servers up: one, a page of them, or one with all that is needed to connect to it. */
export class SmtpServerList {
  private readonly dataSource: DataSource;
  private readonly secrets: SmtpServerSecrets;

  constructor(dataSource: DataSource, secrets: SmtpServerSecrets) {
    this.dataSource = dataSource;
    this.secrets = secrets;
  }

  /** Those that the caller may see. */
  async page(request: ListSmtpServers, caller: ServerLimits): Promise<CountedPage<SmtpServer>> {
    const { first, after } = readPageRequest(request, 2);
    const matching = this.matching(request, caller);
    const rows = await this.behind(matching.clone(), after)
      .orderBy('server.nameKey')
      .addOrderBy('server.id')
      .limit(first + 1)
      .getMany();
    return {
      ...pageOf<SmtpServer & { nameKey: string }>(rows, { first, after }, (server) => [
        server.nameKey,
        server.id,
      ]),
      countAll: () => matching.getCount(),
    };
  }

  /** null = there is none, or none that the caller may see. */
  async find(ref: SmtpServerRef, caller: ServerLimits): Promise<SmtpServer | null> {
    const server = await this.named(ref);
    return server !== null && mayUseServer(caller, server.id) ? server : null;
  }

  /**
   * A server and its password (null = none is stored), read at one moment: a password never meets a host of another revision.
   * Throws UnreadableSecretError where it cannot be opened.
   */
  async withPassword(id: string): Promise<{ server: SmtpServer; password: string | null } | null> {
    if (!isUuid(id)) return null;
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const server = await manager.findOneBy(SmtpServerEntity, { id });
      return server && { server, password: await this.secrets.read(manager, server) };
    });
  }

  private async named(ref: SmtpServerRef): Promise<SmtpServer | null> {
    const servers = this.dataSource.getRepository(SmtpServerEntity);
    if (typeof ref.name === 'string') return servers.findOneBy({ nameKey: nameKey(ref.name.trim()) });
    return typeof ref.id === 'string' && isUuid(ref.id) ? servers.findOneBy({ id: ref.id }) : null;
  }

  private matching(request: ListSmtpServers, caller: ServerLimits): SelectQueryBuilder<SmtpServerEntity> {
    const query = this.dataSource.getRepository(SmtpServerEntity).createQueryBuilder('server');
    if (caller.serverIds !== null) query.whereInIds([...caller.serverIds]);
    if (request.kind) query.andWhere('server.kind = :kind', { kind: request.kind });
    if (typeof request.isEnabled === 'boolean')
      query.andWhere('server.isEnabled = :isEnabled', { isEnabled: request.isEnabled });
    const search = request.search?.trim();
    if (search) {
      const pattern = `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`;
      query.andWhere('(server.nameKey LIKE :pattern OR server.hostname LIKE :pattern)', { pattern });
    }
    return query;
  }

  private behind(
    query: SelectQueryBuilder<SmtpServerEntity>,
    after: readonly string[] | null,
  ): SelectQueryBuilder<SmtpServerEntity> {
    if (after === null) return query;
    const [name, id] = after;
    if (id === undefined || !isUuid(id)) return query.andWhere('false');
    return query.andWhere('(server.nameKey, server.id) > (:afterName, :afterId::uuid)', {
      afterName: name,
      afterId: id,
    });
  }
}
