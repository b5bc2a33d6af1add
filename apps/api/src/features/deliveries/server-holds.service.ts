import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { connectionOf, type SqlPool } from '../../database/sql-pool.ts';
import { notFound, type NotFound } from '../../refusals/refusal.ts';
import type { Caller } from '../access/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { SmtpServer, SmtpServerList } from '../smtp-servers/index.ts';
import { allSettingsChanged, readHolds, settingsChanged, type ServerHold } from './server-holds.sql.ts';

/** Why the mail of a server is held, and what lets it go again. */
export class ServerHolds {
  private readonly ports: {
    dataSource: DataSource;
    pool: SqlPool;
    servers: SmtpServerList;
    audit: AuditLog;
  };

  constructor(ports: ServerHolds['ports']) {
    this.ports = ports;
  }

  /** In the transaction of the change, so that no attempt with the old settings can hold the mail again. */
  async settingsChanged(manager: EntityManager, serverId: string): Promise<void> {
    await settingsChanged(await connectionOf(manager), serverId);
  }

  async trustChanged(manager: EntityManager): Promise<void> {
    await allSettingsChanged(await connectionOf(manager));
  }

  /** A test of these settings passed. */
  async settingsWork(serverId: string, revision: number): Promise<void> {
    const server = await this.ports.servers.find({ id: serverId }, { serverIds: null });
    const [hold] = await readHolds(this.ports.pool, [serverId]);
    if (hold !== undefined && server?.revision === revision) await settingsChanged(this.ports.pool, serverId);
  }

  async resume(id: string, caller: Caller): Promise<SmtpServer | NotFound> {
    const server = await this.ports.servers.find({ id }, caller);
    if (server === null) {
      return notFound('There is no server with this id: it may have been deleted. Look it up in the list.');
    }
    await this.ports.dataSource.transaction(async (manager) => {
      await settingsChanged(await connectionOf(manager), server.id);
      await this.ports.audit.record(manager, { caller, action: 'smtpServer.resumed', subject: server.name });
    });
    return server;
  }

  /** null = its mail is not held. What one answer asks for is read in one query. */
  async of(request: { perRequest: Map<object, unknown> }, serverId: string): Promise<ServerHold | null> {
    const existing = request.perRequest.get(this) as DataLoader<string, ServerHold | null> | undefined;
    const loader =
      existing ??
      new DataLoader(async (ids: readonly string[]) => {
        const holds = await readHolds(this.ports.pool, ids);
        return ids.map((id) => holds.find((hold) => hold.serverId === id) ?? null);
      });
    request.perRequest.set(this, loader);
    return loader.load(serverId);
  }
}
