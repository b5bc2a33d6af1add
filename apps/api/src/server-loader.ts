import type { SqlPool } from './database/sql-pool.ts';
import { readReleasedAt, type LoadServer } from './features/deliveries/index.ts';
import { savedSubject, type SmtpServerList } from './features/smtp-servers/index.ts';
import type { TrustedCertificates } from './features/trusted-certificates/index.ts';

/**
 * What a lane needs of a server. The moment since which attempts count is read first: where something changes while the rest is read, a
 * claim with this moment finds nothing, and everything is read again.
 */
export function serverLoader({
  pool,
  servers,
  certificates,
}: {
  pool: SqlPool;
  servers: SmtpServerList;
  certificates: TrustedCertificates;
}): LoadServer {
  return async (serverId) => {
    const releasedAt = await readReleasedAt(pool, serverId);
    const saved = await servers.withPassword(serverId);
    if (releasedAt === null || saved === null) return null;
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
