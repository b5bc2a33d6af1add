import type { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { mayUseServer, type Caller } from '../access/index.ts';
import { nameKey, type SmtpServer } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';
import type { SmtpServerRef } from './smtp-server.requests.ts';
import type { SmtpServerSecrets } from './smtp-server-secrets.service.ts';

type ServerLimits = Pick<Caller, 'serverIds'>;

/** Looks a server up: as it is shown, or with all that is needed to connect to it. */
export class SmtpServerList {
  private readonly dataSource: DataSource;
  private readonly secrets: SmtpServerSecrets;

  constructor(dataSource: DataSource, secrets: SmtpServerSecrets) {
    this.dataSource = dataSource;
    this.secrets = secrets;
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
}
