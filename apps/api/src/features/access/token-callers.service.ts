import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { ONE_MOMENT } from '../../database/one-moment.ts';
import type { SqlPool } from '../../database/sql-pool.ts';
import type { AuditLog } from '../audit/index.ts';
import type { ApiToken } from './api-token.ts';
import { ApiTokenEntity } from './api-token.entity.ts';
import type { Attempts } from './attempts.service.ts';
import { refusedTokens } from './attempt-subject.ts';
import { findTokens, type KnownToken } from './find-tokens.sql.ts';
import { ofRole, Permission } from './permission.ts';
import type { Caller } from './request-context.ts';
import { isTokenSecret, tokenHash } from './token-secret.ts';

/** No more than its maker may; and the audit log tells of every server, so it is nothing for a token that is limited to some. */
function permissionsOf({ scopes, makerRole, serverIds }: KnownToken): Set<Permission> {
  const ofMaker = ofRole(makerRole);
  const isBeyond = (scope: Permission) => scope === Permission.AUDIT_READ && serverIds !== null;
  return new Set(scopes.filter((scope) => ofMaker.has(scope) && !isBeyond(scope)));
}

/** `lastUsedAt` is written at most once in so long. */
const NOTE_MS = 60_000;

/** Knows who calls by the token that comes with a request. */
export class TokenCallers {
  private readonly ports: {
    dataSource: DataSource;
    pool: SqlPool;
    attempts: Attempts;
    audit: AuditLog;
    now: () => Date;
  };
  private readonly tokens: DataLoader<string, KnownToken | null>;

  constructor(ports: TokenCallers['ports']) {
    this.ports = ports;
    this.tokens = new DataLoader(async (secrets) => {
      const hashes = secrets.map(tokenHash);
      const found = await findTokens(ports.pool, hashes);
      return hashes.map((hash) => found.find(({ secretHash }) => secretHash.equals(hash)) ?? null);
    }, ONE_MOMENT);
  }

  /** null = no such token counts (any more). */
  async callerOf(
    secret: string,
    from: string | null,
  ): Promise<{ caller: Caller; apiToken: ApiToken } | null> {
    if (!isTokenSecret(secret)) return this.refuse('unknown', 'not a token', from);
    const token = await this.tokens.load(secret);
    const now = this.ports.now();
    if (token === null) return this.refuse('unknown', 'unknown', from);
    if (token.revokedAt !== null) return this.refuse(token.name, 'revoked', from);
    if (token.expiresAt !== null && token.expiresAt <= now) return this.refuse(token.name, 'expired', from);
    if (token.isMakerDisabled) return this.refuse(token.name, 'its maker is disabled', from);
    await this.noteUse(token, now, from);
    const caller: Caller = {
      id: token.id,
      user: null,
      name: token.name,
      from,
      permissions: permissionsOf(token),
      serverIds: token.serverIds && new Set(token.serverIds),
      allowedFrom: token.allowedFrom,
      mustFirst: null,
    };
    return { caller, apiToken: token };
  }

  private async noteUse(token: ApiToken, now: Date, from: string | null): Promise<void> {
    if (token.lastUsedAt !== null && now.getTime() - token.lastUsedAt.getTime() < NOTE_MS) return;
    const use = { lastUsedAt: now, lastUsedFrom: from };
    await this.ports.dataSource.getRepository(ApiTokenEntity).update({ id: token.id }, use);
  }

  /** One row a minute from one address: the log tells of whoever tries, and cannot be filled by it. */
  private async refuse(name: string, reason: string, from: string | null): Promise<null> {
    if (await this.ports.attempts.isFirstInAWhile(refusedTokens(name, from))) {
      await this.ports.audit.record(this.ports.dataSource.manager, {
        caller: { name, from },
        action: 'apiToken.refused',
        subject: name,
        changes: [{ field: 'reason', before: null, after: reason }],
      });
    }
    return null;
  }
}
