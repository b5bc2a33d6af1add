import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config, Environment } from './config.ts';
import { createDataSource } from './database/data-source.ts';
import type { DatabaseConnection } from './database/database-connection.ts';
import { migrate } from './database/migrate.ts';
import { Notifications } from './database/notifications.ts';
import { createSqlPool } from './database/sql-pool.ts';
import { AccessResolver, AccessService, Sessions } from './features/access/index.ts';
import { AuditLog } from './features/audit/index.ts';
import { ServerHoldResolver, ServerHolds } from './features/deliveries/index.ts';
import {
  Composition,
  EmailAcceptance,
  EmailChanges,
  EmailConnectionResolver,
  EmailList,
  EmailResolver,
  SmtpServerEmailsResolver,
} from './features/emails/index.ts';
import {
  ServerDiscovery,
  ServerDiscoveryResolver,
  systemMailRecords,
} from './features/server-discovery/index.ts';
import {
  SmtpServerList,
  SmtpServerLookup,
  SmtpServerResolver,
  SmtpServerSecrets,
  SmtpServersService,
} from './features/smtp-servers/index.ts';
import {
  TEST_RUN_CHANNELS,
  TestEmailResolver,
  TestEmails,
  TestProgressFeed,
  TestReports,
  TestRuns,
} from './features/test-emails/index.ts';
import {
  SmtpServerTrustResolver,
  TrustedCertificateResolver,
  TrustedCertificates,
} from './features/trusted-certificates/index.ts';
import { createApollo } from './http/apollo.ts';
import { graphqlEndpoint } from './http/graphql-endpoint.ts';
import { buildGraphqlSchema } from './http/graphql-schema.ts';
import { graphqlStream } from './http/graphql-stream.ts';
import { createHttpServer } from './http/http-server.ts';
import { sessionCookie } from './http/session-cookie.ts';
import { explorerFiles, panelFiles } from './http/static-files.ts';
import { composeMessage } from './mail/mime-message.ts';
import { Keyring } from './secrets/keyring.ts';
import { readOrMakeSecretKey } from './secrets/secret-key-file.ts';
import { serverProber } from './server-prober.ts';
import { testRunner } from './smtp-engine.ts';
import { openStorage } from './storage/index.ts';

export interface App {
  server: Server;
  /** Where the first administrator is made; null = there is one. */
  setUpLink: string | null;
  close: () => Promise<void>;
}

export interface AppPorts {
  connection: DatabaseConnection;
  log: Logger;
  now: () => Date;
  /** Where the trusted roots are named. */
  environment: Environment;
}

/** Builds everything there is; the one place that knows all of it. */
export async function createApp(
  config: Config,
  { connection, log, now, environment }: AppPorts,
): Promise<App | { problem: string }> {
  const keys = config.secretKeys ?? [await readOrMakeSecretKey(join(config.dataDir, 'secret.key'))];
  const keyring = new Keyring(keys);
  const storage = await openStorage(null, config.dataDir);
  if ('problem' in storage) return storage;
  const dataSource = createDataSource(connection, { log });
  await migrate(dataSource);
  await dataSource.initialize();

  const audit = new AuditLog(now);
  const secrets = new SmtpServerSecrets(keyring);
  const missingKeys = await secrets.missingKeys(dataSource.manager);
  if (missingKeys.length > 0) {
    await dataSource.destroy();
    return { problem: missingKeyProblem(config, missingKeys) };
  }
  const sessions = new Sessions(dataSource, now);
  // Derived, so that every process that serves this database prints and takes the same one.
  const setupToken = config.setupToken ?? keyring.derive('set-up token').toString('base64url');
  const access = new AccessService({ dataSource, sessions, audit, setupToken, now });
  if (config.firstAdministrator !== null && (await access.needsSetUp())) {
    await access.makeFirstAdministrator(config.firstAdministrator, null);
  }

  const runTest = await testRunner(config, environment, log);
  const servers = new SmtpServerList(dataSource, secrets);
  const pool = createSqlPool(connection, { log });
  const holds = new ServerHolds({ dataSource, pool, servers, audit });
  const reports = new TestReports(dataSource);
  const certificates = new TrustedCertificates(dataSource, audit, (manager) => holds.trustChanged(manager));
  const notifications = new Notifications(connection, log);
  const runs = new TestRuns({ dataSource, notifications, perMinute: config.testsPerMinute, now });
  await notifications.open(Object.values(TEST_RUN_CHANNELS));
  const testEmails = new TestEmails({
    dataSource,
    servers,
    certificates,
    reports,
    runs,
    audit,
    runTest,
    settingsWork: (serverId, revision) => holds.settingsWork(serverId, revision),
    now,
  });
  const emails = new EmailList(dataSource);
  const lookup = new SmtpServerLookup(dataSource);
  const composition = new Composition({ storage, composeMessage });
  const mail = {
    waiting: emails.countWaiting.bind(emails),
    settingsChanged: holds.settingsChanged.bind(holds),
  };
  const discovery = new ServerDiscovery({
    dataSource,
    records: systemMailRecords(),
    probe: await serverProber(config, environment),
    certificates,
    runs,
    audit,
  });
  const schema = buildGraphqlSchema(
    [
      new AccessResolver(access),
      new EmailConnectionResolver(),
      new EmailResolver({
        acceptance: new EmailAcceptance({ pool, servers: lookup, list: emails, composition, now }),
        changes: new EmailChanges({ dataSource, list: emails, servers: lookup, audit }),
        list: emails,
      }),
      new ServerDiscoveryResolver(discovery),
      new ServerHoldResolver(holds),
      new SmtpServerEmailsResolver(emails),
      new SmtpServerResolver(servers, new SmtpServersService({ dataSource, secrets, audit, mail, now })),
      new SmtpServerTrustResolver(certificates),
      new TestEmailResolver({ testEmails, runs, reports }),
      new TrustedCertificateResolver(certificates),
    ],
    new TestProgressFeed(dataSource, notifications),
  );
  const apollo = createApollo(schema, log);
  await apollo.start();

  const server = createHttpServer({
    graphql: graphqlEndpoint({
      apollo,
      stream: graphqlStream(schema, log),
      sessions,
      cookie: sessionCookie(config.publicUrl),
      publicUrl: config.publicUrl,
    }),
    explorer: explorerFiles(),
    panel: panelFiles(),
    isReady: () =>
      dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    publicUrl: config.publicUrl,
    log,
  });
  const setUpLink = (await access.needsSetUp())
    ? `${config.publicUrl.origin}/setup?token=${encodeURIComponent(setupToken)}`
    : null;
  return {
    server,
    setUpLink,
    async close() {
      await apollo.stop();
      await notifications.close();
      await pool.end();
      storage.close();
      await dataSource.destroy();
    },
  };
}

function missingKeyProblem(config: Config, missingKeys: string[]): string {
  const place = config.secretKeys === null ? join(config.dataDir, 'secret.key') : 'SECRET_KEYS';
  return (
    `The passwords in the database were stored with a key that ${place} does not hold (${missingKeys.join(', ')}). ` +
    'Bring the old key back from a backup; nothing was changed.'
  );
}
