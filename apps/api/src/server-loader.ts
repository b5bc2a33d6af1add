import type { SqlPool } from './database/sql-pool.ts';
import {
  outboxFailures,
  readReleasedAt,
  type LoadServer,
  type UnusableServer,
} from './features/deliveries/index.ts';
import { savedSubject, type SmtpServerList } from './features/smtp-servers/index.ts';
import { UnreadableSecretError, type KeyLock } from './secrets/secret-vault.ts';
import type { TrustedCertificates } from './features/trusted-certificates/index.ts';

/**
 * What a lane needs of a server. The moment since which attempts count is read first: where something changes while the rest is read, a
 * claim with this moment finds nothing, and everything is read again.
 */
export function serverLoader({
  pool,
  servers,
  certificates,
  keyLock,
}: {
  pool: SqlPool;
  servers: SmtpServerList;
  certificates: TrustedCertificates;
  keyLock: KeyLock;
}): LoadServer {
  return async (serverId) => {
    // While a key is missing nothing is sent: not the mail of one server without its password, and that of others with theirs.
    if (await keyLock.isLocked()) return null;
    const releasedAt = await readReleasedAt(pool, serverId);
    if (releasedAt === null) return null;
    const saved = await servers.withPassword(serverId).catch((error: unknown): UnusableServer => {
      if (!(error instanceof UnreadableSecretError)) throw error;
      return { releasedAt, failure: outboxFailures.passwordUnreadable };
    });
    if (saved === null || 'failure' in saved) return saved;
    const { id, name, revision, maxConnections } = saved.server;
    const trusted = await certificates.trustFor(serverId);
    return {
      id,
      name,
      revision,
      maxConnections,
      releasedAt,
      trusted,
      settings: savedSubject(saved).connection,
    };
  };
}
