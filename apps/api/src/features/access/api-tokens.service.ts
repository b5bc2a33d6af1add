import type { DataSource, EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import { validate as isUuid, v7 as newId } from 'uuid';
import { invalidInput, notFound, type InvalidInput, type NotFound } from '../../refusals/refusal.ts';
import type { AuditLog } from '../audit/index.ts';
import type { CreateApiToken, CreatedApiToken, ReauthenticationRequired } from './access.requests.ts';
import type { ApiToken } from './api-token.ts';
import { ApiTokenEntity } from './api-token.entity.ts';
import { apiTokenProblems } from './api-token.rules.ts';
import { allowedSender } from './caller-limits.ts';
import { Permission } from './permission.ts';
import { reauthenticationRequired } from './reauthentication.ts';
import type { Caller } from './request-context.ts';
import { newTokenSecret, shownPrefix, tokenHash } from './token-secret.ts';

/** What tokens need to know of servers, which are a later subject. */
export interface ServerNames {
  /** The names of those that exist. */
  namesOf: (ids: readonly string[]) => Promise<string[]>;
}

/** The tokens that scripts call with, as an administrator manages them. */
export class ApiTokens {
  private readonly ports: { dataSource: DataSource; servers: ServerNames; audit: AuditLog; now: () => Date };

  constructor(ports: ApiTokens['ports']) {
    this.ports = ports;
  }

  /** Newest first; the revoked ones are not shown. */
  async all(): Promise<ApiToken[]> {
    return this.ports.dataSource
      .getRepository(ApiTokenEntity)
      .find({ where: { revokedAt: IsNull() }, order: { id: 'DESC' } });
  }

  async create(
    input: CreateApiToken,
    caller: Caller,
  ): Promise<CreatedApiToken | InvalidInput | NotFound | ReauthenticationRequired> {
    const now = this.ports.now();
    const refusal =
      invalidInput(apiTokenProblems(input, now)) ??
      (input.scopes.includes(Permission.SERVERS_WRITE) ? reauthenticationRequired(caller, now) : null);
    if (refusal !== null) return refusal;
    const serverIds = input.serverIds ? [...new Set(input.serverIds)] : null;
    const names = serverIds && (await this.ports.servers.namesOf(serverIds));
    if (names !== null && names.length !== serverIds?.length) {
      return notFound('One of the servers does not exist: it may have been deleted. No token was made.');
    }
    const secret = newTokenSecret();
    const apiToken = {
      id: newId(),
      name: input.name.trim(),
      prefix: shownPrefix(secret),
      makerId: caller.id,
      scopes: [...new Set(input.scopes)],
      serverIds,
      allowedFrom: input.allowedFrom?.map((sender) => allowedSender(sender) ?? sender) ?? null,
      expiresAt: input.expiresAt ?? null,
      lastUsedAt: null,
      lastUsedFrom: null,
      createdAt: now,
      revokedAt: null,
    };
    await this.ports.dataSource.transaction(async (manager) => {
      await manager.insert(ApiTokenEntity, { ...apiToken, secretHash: tokenHash(secret) });
      const facts = {
        prefix: apiToken.prefix,
        scopes: apiToken.scopes.join(' '),
        servers: names === null ? 'every server' : names.join(', '),
        allowedFrom: apiToken.allowedFrom === null ? 'any' : apiToken.allowedFrom.join(', '),
        expiresAt: apiToken.expiresAt?.toISOString() ?? 'never',
      };
      const changes = Object.entries(facts).map(([field, after]) => ({ field, before: null, after }));
      await this.ports.audit.record(manager, {
        caller,
        action: 'apiToken.created',
        subject: apiToken.name,
        changes,
      });
    });
    return { apiToken, secret };
  }

  async revoke(id: string, caller: Caller): Promise<{ id: string } | NotFound> {
    return this.ports.dataSource.transaction(async (manager) => {
      const token = await findLiving(manager, id);
      if (token === null) return notFound('There is no token with this id: it may have been revoked.');
      await manager.update(ApiTokenEntity, { id }, { revokedAt: this.ports.now() });
      await this.ports.audit.record(manager, { caller, action: 'apiToken.revoked', subject: token.name });
      return { id };
    });
  }
}

async function findLiving(manager: EntityManager, id: string): Promise<ApiTokenEntity | null> {
  if (!isUuid(id)) return null;
  return manager.findOne(ApiTokenEntity, {
    where: { id, revokedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
}
