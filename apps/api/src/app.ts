import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import type { Config, Environment } from './config.ts';
import { createDataSource } from './database/data-source.ts';
import type { DatabaseConnection } from './database/database-connection.ts';
import { migrate } from './database/migrate.ts';
import { Notifications } from './database/notifications.ts';
import { createSqlPool, type SqlPool } from './database/sql-pool.ts';
import {
  AccessResolver,
  AccessService,
  AccountResolver,
  AccountService,
  ApiTokenResolver,
  ApiTokens,
  argon2id,
  Attempts,
  firstTaskOf,
  SecondFactors,
  Sessions,
  TokenCallers,
  UserResolver,
  UsersService,
} from './features/access/index.ts';
import {
  AttachmentAcceptance,
  AttachmentResolver,
  Attachments,
  LinkedFiles,
  StoredFiles,
  Uploads,
} from './features/attachments/index.ts';
import { AuditEventResolver } from './features/audit/audit-event.resolver.ts';
import { AuditLog, AuditTrail } from './features/audit/index.ts';
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
  countWorkers,
  OverviewResolver,
  OverviewService,
  readServerBacklogs,
} from './features/overview/index.ts';
import {
  ServerDiscovery,
  ServerDiscoveryResolver,
  systemMailRecords,
} from './features/server-discovery/index.ts';
import { ServiceStatusResolver } from './features/service-status/index.ts';
import {
  SmtpServerList,
  SmtpServerLookup,
  SmtpServerPages,
  SmtpServerConnectionResolver,
  SmtpServerResolver,
  SmtpServerSecrets,
  SmtpServersService,
  TokenServers,
  TokenServersResolver,
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
import { auditEndpoint } from './http/audit-endpoint.ts';
import { DocumentLimits } from './http/document-limits.ts';
import { Door } from './http/door.ts';
import { explorerDoor } from './http/explorer-door.ts';
import { fileEndpoint } from './http/file-endpoint.ts';
import { graphqlEndpoint } from './http/graphql-endpoint.ts';
import { buildGraphqlSchema } from './http/graphql-schema.ts';
import { graphqlStream } from './http/graphql-stream.ts';
import { createHttpServer } from './http/http-server.ts';
import { RequestCallers } from './http/request-callers.ts';
import { sessionCookie } from './http/session-cookie.ts';
import { explorerFiles, panelFiles } from './http/static-files.ts';
import { TrustedProxies } from './http/trusted-proxies.ts';
import { uploadEndpoint } from './http/upload-endpoint.ts';
import { openKeyring } from './secrets/deployment-keys.ts';
import { DatabaseKeyLock, KeyUses } from './secrets/key-lock.service.ts';
import type { Keyring } from './secrets/keyring.ts';
import { LOCKED, SecretVault } from './secrets/secret-vault.ts';
import { SEALED_TABLES } from './sealed-tables.ts';
import { serverProber } from './server-prober.ts';
import { testRunner } from './smtp-engine.ts';
import { openStorage } from './storage/index.ts';

export interface App {
  server: Server;
  /** null = METRICS_PORT is not set. */
  metrics: Server | null;
  /** Where the first administrator is made; null = there is one. */
  setUpLink: string | null;
  /** A key is missing: what is wrong and what to do. */
  lockNotice: string | null;
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
  const storage = await openStorage(config.s3, config.dataDir);
  if ('problem' in storage) return storage;
  const dataSource = createDataSource(connection, { log });
  await migrate(dataSource);
  await dataSource.initialize();

  const audit = new AuditLog(now);
  const trail = new AuditTrail(dataSource);
  const uses = new KeyUses(dataSource, SEALED_TABLES);
  const { keyring, problem: keyProblem } = await openKeyring(
    config,
    async () => (await uses.all()).length === 0,
  );
  const keyLock = new DatabaseKeyLock({ uses, keyring, now });
  const vault = new SecretVault(keyring, keyLock);
  const secrets = new SmtpServerSecrets(vault);
  const sessions = new Sessions(dataSource, now);
  const attempts = new Attempts(dataSource, now);
  const { isSecondFactorRequired: isRequired } = config;
  const secondFactors = new SecondFactors({ dataSource, vault, attempts, audit, isRequired, now });
  const people = { dataSource, sessions, secondFactors, attempts, passwords: argon2id, audit, now };
  // Derived, so that every process that serves this database prints and takes the same one.
  const setupToken = config.setupToken ?? derivedToken(keyring);
  const access = new AccessService({ ...people, setupToken });
  const account = new AccountService(people);
  const tokenServers = new TokenServers(dataSource);
  if (config.firstAdministrator !== null && (await access.needsSetUp())) {
    await access.makeFirstAdministrator(config.firstAdministrator, null);
  }

  const runTest = await testRunner(config, environment, log);
  const servers = new SmtpServerList(dataSource, secrets);
  const pool = createSqlPool(connection, { log });
  const holds = new ServerHolds({ dataSource, pool, servers, audit });
  const reports = new TestReports(dataSource);
  const certificates = new TrustedCertificates({
    dataSource,
    audit,
    now,
    trustChanged: (manager) => holds.trustChanged(manager),
  });
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
  const discovery = new ServerDiscovery({
    dataSource,
    records: systemMailRecords(),
    probe: await serverProber(config, environment),
    certificates,
    runs,
    audit,
  });
  const files = new StoredFiles(dataSource, storage);
  const uploads = new Uploads({ dataSource, files, now, maxBytes: config.uploadMaxBytes });
  const { publicUrl, linkDays } = config;
  const attachments = new Attachments({
    dataSource,
    audit,
    now,
    mayManageEmail: async (emailId, caller) => (await emails.find(emailId, caller)) !== null,
  });
  const emails: EmailList = new EmailList(dataSource, attachments);
  const lookup = new SmtpServerLookup(pool);
  const composition = new Composition({
    files,
    attachments: new AttachmentAcceptance({ files, publicUrl, linkDays }),
  });
  const acceptance = new EmailAcceptance({ pool, servers: lookup, list: emails, composition, uploads, now });
  const mail = {
    waiting: emails.countWaiting.bind(emails),
    settingsChanged: holds.settingsChanged.bind(holds),
  };
  const schema = buildGraphqlSchema(
    [
      new AccessResolver(access, account),
      new AccountResolver(account, secondFactors),
      new ApiTokenResolver(new ApiTokens({ dataSource, servers: tokenServers, audit, now })),
      new AttachmentResolver(attachments, { uploadMaxBytes: config.uploadMaxBytes, linkDays }),
      new AuditEventResolver(trail),
      new EmailConnectionResolver(),
      new EmailResolver({
        acceptance,
        changes: new EmailChanges({ dataSource, list: emails, servers: lookup, audit }),
        list: emails,
      }),
      new OverviewResolver(new OverviewService({ dataSource, pool, now })),
      new ServerHoldResolver(holds),
      new ServerDiscoveryResolver(discovery),
      new ServiceStatusResolver(keyLock),
      new SmtpServerEmailsResolver(emails),
      new SmtpServerConnectionResolver(),
      new SmtpServerResolver({
        pages: new SmtpServerPages(pool),
        list: servers,
        service: new SmtpServersService({ dataSource, secrets, audit, mail, now }),
      }),
      new SmtpServerTrustResolver(certificates),
      new TestEmailResolver({ testEmails, runs, reports }),
      new TokenServersResolver(tokenServers),
      new TrustedCertificateResolver(certificates),
      new UserResolver(new UsersService(people), firstTaskOf(config)),
    ],
    new TestProgressFeed(dataSource, notifications),
  );
  const apollo = createApollo(schema, log);
  await apollo.start();

  const cookie = sessionCookie(config.publicUrl);
  const tokens = new TokenCallers({ dataSource, pool, attempts, audit, now });
  const proxies = new TrustedProxies(config.trustedProxies);
  const callers = new RequestCallers({ sessions, tokens, cookie, proxies, firstTask: firstTaskOf(config) });
  const door = new Door({ callers, isFromHere: (request) => proxies.isFromHere(request, publicUrl), log });
  const server = createHttpServer({
    graphql: graphqlEndpoint({
      apollo,
      stream: graphqlStream(schema, log),
      limits: new DocumentLimits(schema),
      door,
      cookie,
      isIntrospectionOn: config.isExplorerOn,
    }),
    upload: uploadEndpoint({ uploads, door, log }),
    audit: auditEndpoint({ trail, door }),
    file: fileEndpoint({ links: new LinkedFiles(dataSource, now), files, log }),
    explorer: explorerDoor(explorerFiles(), { isOn: config.isExplorerOn, callers }),
    panel: panelFiles(),
    warning: async () => ((await keyLock.isLocked()) ? LOCKED : null),
    isReady: () =>
      dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    publicUrl: config.publicUrl,
    tls: config.tls,
    log,
  });
  const metrics = config.metricsPort === null ? null : await metricsServer(pool, log);
  const setUpLink = (await access.needsSetUp())
    ? `${config.publicUrl.origin}/setup?token=${encodeURIComponent(setupToken)}`
    : null;
  const isLocked = keyProblem !== null || (await keyLock.isLocked());
  if (isLocked)
    log.error({ event: 'keys.locked', reason: keyProblem, missing: await keyLock.missingKeys() }, LOCKED);
  const lockNotice = isLocked ? LOCKED : null;
  return {
    server,
    metrics,
    setUpLink,
    lockNotice,
    async close() {
      await apollo.stop();
      await notifications.close();
      await pool.end();
      storage.close();
      await dataSource.destroy();
    },
  };
}

/** Its library is loaded where it is wanted. */
async function metricsServer(pool: SqlPool, log: Logger): Promise<Server> {
  const { createMetricsServer } = await import('./http/metrics-server.ts');
  return createMetricsServer({
    backlogs: () => readServerBacklogs(pool),
    countWorkers: () => countWorkers(pool),
    log,
  });
}

/** Without a key there are secrets, and with them people: nobody needs the token then. */
function derivedToken(keyring: Keyring): string {
  const token = keyring.newestKeyId === null ? randomBytes(32) : keyring.derive('set-up token');
  return token.toString('base64url');
}
