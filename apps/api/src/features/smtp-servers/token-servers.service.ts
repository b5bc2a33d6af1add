import { In, type DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { ServerNames } from '../access/index.ts';
import type { SmtpServer } from './smtp-server.ts';
import { SmtpServerEntity } from './smtp-server.entity.ts';

/** Which of the servers that a token is limited to are left. */
export class TokenServers implements ServerNames {
  private readonly dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async namesOf(ids: readonly string[]): Promise<string[]> {
    return (await this.left(ids)).map(({ name }) => name);
  }

  /** By name. */
  async left(ids: readonly string[]): Promise<SmtpServer[]> {
    return this.dataSource
      .getRepository(SmtpServerEntity)
      .find({ where: { id: In(ids.filter((id) => isUuid(id))) }, order: { nameKey: 'ASC' } });
  }
}
