import type { Logger } from 'pino';
import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Config, Environment } from './config.ts';
import { createDataSource } from './database/data-source.ts';
import type { DatabaseConnection } from './database/database-connection.ts';
import { Notifications } from './database/notifications.ts';
import { SessionLocks } from './database/session-locks.ts';
import { createSqlPool } from './database/sql-pool.ts';
import { StoredFileSweep } from './features/attachments/index.ts';
import { AuditLog } from './features/audit/index.ts';
import { DeliveryWorker, EmailPurge } from './features/deliveries/index.ts';
import { SERVER_SECRETS, SmtpServerList, SmtpServerSecrets } from './features/smtp-servers/index.ts';
import { TrustedCertificates } from './features/trusted-certificates/index.ts';
import { Housekeeping } from './housekeeping.ts';
import { DatabaseKeyLock } from './secrets/key-lock.service.ts';
import { Keyring } from './secrets/keyring.ts';
import { readOrMakeSecretKey } from './secrets/secret-key-file.ts';
import { SecretVault } from './secrets/secret-vault.ts';
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
  const keys = config.secretKeys ?? [await readOrMakeSecretKey(join(config.dataDir, 'secret.key'))];
  const storage = await openStorage(config.s3, config.dataDir);
  if ('problem' in storage) return storage;
  const dataSource = await createDataSource(connection, { log, poolSize: 5 }).initialize();
  const pool = createSqlPool(connection, { log });
  const notifications = new Notifications(connection, log);
  const now = () => new Date();
  const keyring = new Keyring(keys);
  const keyLock = new DatabaseKeyLock({ dataSource, keyring, tables: [SERVER_SECRETS], now });
  const servers = new SmtpServerList(dataSource, new SmtpServerSecrets(new SecretVault(keyring, keyLock)));
  const certificates = new TrustedCertificates({
    dataSource,
    audit: new AuditLog(now),
    now,
    trustChanged: () => Promise.resolve(),
  });

  const purge = new EmailPurge({ pool, retentionDays: config.retentionDays, now });
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
    // Before the sweep, which takes the files of what is gone then.
    purge: async () => {
      const emails = await purge.run();
      if (emails > 0) log.info({ event: 'emails.purged', emails });
    },
    sweep: async () => {
      const swept = await sweep.run();
      if (swept.files > 0) log.info({ event: 'files.swept', ...swept });
    },
  });
  housekeeping.start();
  log.info({ event: 'worker.ready', workerId: worker.id }, 'The delivery process is at work');
  return {
    async stop() {
      purge.stop();
      await Promise.all([worker.stop(), housekeeping.stop()]);
      await notifications.close();
      await pool.end();
      storage.close();
      await dataSource.destroy();
    },
  };
}
