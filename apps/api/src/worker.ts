import type { Logger } from 'pino';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Config, Environment } from './config.ts';
import { createDataSource } from './database/data-source.ts';
import type { DatabaseConnection } from './database/database-connection.ts';
import { Notifications } from './database/notifications.ts';
import { SessionLocks } from './database/session-locks.ts';
import { createSqlPool } from './database/sql-pool.ts';
import { AuditLog } from './features/audit/index.ts';
import { DeliveryWorker } from './features/deliveries/index.ts';
import { SmtpServerList, SmtpServerSecrets } from './features/smtp-servers/index.ts';
import { TrustedCertificates } from './features/trusted-certificates/index.ts';
import { Keyring } from './secrets/keyring.ts';
import { readOrMakeSecretKey } from './secrets/secret-key-file.ts';
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
  const storage = await openStorage(null, config.dataDir);
  if ('problem' in storage) return storage;
  const dataSource = await createDataSource(connection, { log, poolSize: 5 }).initialize();
  const pool = createSqlPool(connection, { log });
  const notifications = new Notifications(connection, log);
  const servers = new SmtpServerList(dataSource, new SmtpServerSecrets(new Keyring(keys)));
  const audit = new AuditLog(() => new Date());
  const certificates = new TrustedCertificates(dataSource, audit, () => Promise.resolve());

  const worker = new DeliveryWorker({
    pool,
    storage,
    locks: new SessionLocks(connection, log),
    loadServer: serverLoader({ pool, servers, certificates }),
    newConnection: await deliveryConnections(config, environment, { log, machineName: hostname() }),
    retryUncertain: config.retryUncertain,
    random: Math.random,
    log,
  });
  await worker.start();
  notifications.listen('email_due', (serverId) => {
    worker.notice(serverId);
  });
  await notifications.open(['email_due']);
  log.info({ event: 'worker.ready', workerId: worker.id }, 'The delivery process is at work');
  return {
    async stop() {
      await worker.stop();
      await notifications.close();
      await pool.end();
      storage.close();
      await dataSource.destroy();
    },
  };
}
