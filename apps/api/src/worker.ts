import type { Logger } from 'pino';
import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import type { Config, Environment } from './config.ts';
import { createDataSource } from './database/data-source.ts';
import type { DatabaseConnection } from './database/database-connection.ts';
import { Notifications } from './database/notifications.ts';
import { SessionLocks } from './database/session-locks.ts';
import { createSqlPool } from './database/sql-pool.ts';
import { compareStorage, StoredFileSweep } from './features/attachments/index.ts';
import { AuditLog } from './features/audit/index.ts';
import { DeliveryWorker } from './features/deliveries/index.ts';
import { SmtpServerList, SmtpServerSecrets } from './features/smtp-servers/index.ts';
import { TrustedCertificates } from './features/trusted-certificates/index.ts';
import { purgeEmails } from './features/emails/index.ts';
import { Housekeeping } from './housekeeping.ts';
import { openKeyring } from './secrets/deployment-keys.ts';
import { DatabaseKeyLock, KeyUses } from './secrets/key-lock.service.ts';
import { SecretVault } from './secrets/secret-vault.ts';
import { SEALED_TABLES } from './sealed-tables.ts';
import { serverLoader } from './server-loader.ts';
import { deliveryConnections } from './smtp-engine.ts';
import { openStorage } from './storage/index.ts';

export interface Worker {
  /** Hands back what it cannot finish; within 30 s. */
  stop: () => Promise<void>;
}

/** The delivery process: everything that sending needs, and nothing of the API. */
export async function startWorker(
  config: Config,
  { connection, environment, log }: { connection: DatabaseConnection; environment: Environment; log: Logger },
): Promise<Worker | { problem: string }> {
  const storage = await openStorage(config.s3, config.dataDir);
  if ('problem' in storage) return storage;
  const dataSource = await createDataSource(connection, { log, poolSize: 5 }).initialize();
  const pool = createSqlPool(connection, { log });
  const notifications = new Notifications(connection, log);
  const now = () => new Date();
  const uses = new KeyUses(dataSource, SEALED_TABLES);
  // The API makes the first key.
  const { keyring } = await openKeyring(config, () => Promise.resolve(false));
  const keyLock = new DatabaseKeyLock({ uses, keyring, now });
  const servers = new SmtpServerList(dataSource, new SmtpServerSecrets(new SecretVault(keyring, keyLock)));
  const certificates = new TrustedCertificates({
    dataSource,
    audit: new AuditLog(now),
    now,
    trustChanged: () => Promise.resolve(),
  });

  const sweep = new StoredFileSweep({ dataSource, storage, now });
  const worker = new DeliveryWorker({
    pool,
    storage,
    locks: new SessionLocks(connection, log),
    loadServer: serverLoader({ pool, servers, certificates, keyLock }),
    newConnection: await deliveryConnections(config, environment, { log, machineName: hostname() }),
    retryUncertain: config.retryUncertain,
    random: () => randomInt(2 ** 32) / 2 ** 32,
    log,
  });
  await worker.start();
  notifications.listen('email_due', (serverId) => {
    worker.notice(serverId);
  });
  await notifications.open(['email_due']);
  const housekeeping = new Housekeeping(log, {
    purge: async () => {
      const emails = await purgeEmails(pool, { retentionDays: config.retentionDays, now: now() });
      if (emails > 0) log.info({ event: 'emails.purged', emails });
    },
    sweep: async () => {
      const swept = await sweep.run();
      if (swept.files > 0) log.info({ event: 'files.swept', ...swept });
    },
    compare: async () => {
      const { missing, unknown } = await compareStorage({ dataSource, storage });
      const some = (ids: string[]) => ({ count: ids.length, some: ids.slice(0, 20) });
      if (missing.length > 0) log.error({ event: 'files.missing', ...some(missing) });
      if (unknown.length > 0) log.warn({ event: 'files.unknown', ...some(unknown) });
    },
  });
  housekeeping.start();
  log.info({ event: 'worker.ready', workerId: worker.id }, 'The delivery process is at work');
  return {
    async stop() {
      await Promise.all([worker.stop(), housekeeping.stop()]);
      await notifications.close();
      await pool.end();
      storage.close();
      await dataSource.destroy();
    },
  };
}
