// The outbox without its doors: the services that take emails in and change them, and as many workers as a test wants.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { vi } from 'vitest';
import { pino } from 'pino';
import { createDataSource } from '../src/database/data-source.ts';
import type { SocketConnection } from '../src/database/database-connection.ts';
import { SessionLocks } from '../src/database/session-locks.ts';
import { createSqlPool, type SqlPool } from '../src/database/sql-pool.ts';
import { Notifications } from '../src/database/notifications.ts';
import { signedInCaller, type Caller } from '../src/features/access/index.ts';
import {
  AttachmentAcceptance,
  Attachments,
  StoredFiles,
  Uploads,
} from '../src/features/attachments/index.ts';
import { AuditLog } from '../src/features/audit/index.ts';
import { DeliveryWorker, ServerHolds, type NewConnection } from '../src/features/deliveries/index.ts';
import { Composition, EmailAcceptance, EmailChanges, EmailList } from '../src/features/emails/index.ts';
import type { DeliveryAttempt, Email } from '../src/features/emails/email.ts';
import type { EmailState } from '../src/features/emails/email-state.ts';
import type { SendEmail } from '../src/features/emails/email.requests.ts';
import {
  SmtpServerList,
  SmtpServerLookup,
  SmtpServerSecrets,
  SmtpServersService,
  type SmtpServer,
} from '../src/features/smtp-servers/index.ts';
import { DEFAULT_SETTINGS } from '../src/features/smtp-servers/smtp-server.ts';
import type { AddSmtpServer } from '../src/features/smtp-servers/smtp-server.requests.ts';
import { TrustedCertificates } from '../src/features/trusted-certificates/index.ts';
import { Keyring } from '../src/secrets/keyring.ts';
import { SecretVault } from '../src/secrets/secret-vault.ts';
import { serverLoader } from '../src/server-loader.ts';
import { openStorage, type ObjectStorage } from '../src/storage/index.ts';
import type { AttemptLimits } from '../src/smtp/index.ts';
import { createTestDatabase, silentLog, type TestDatabase } from './postgres.ts';
import { deliveryConnection } from './smtp-fixtures.ts';

export const sender = signedInCaller(
  {
    id: randomUUID(),
    email: 'ada@example.org',
    name: 'Ada',
    role: 'ADMIN',
    isDisabled: false,
    lastSeenAt: null,
    secondFactorSince: null,
    temporaryPasswordUntil: null,
    createdAt: new Date(),
  },
  { from: '192.0.2.1', session: { id: randomUUID(), authenticatedAt: new Date() } },
);

export interface WorkerOptions {
  limits?: Partial<AttemptLimits>;
  retryUncertain?: boolean;
  /** In place of the engine. */
  newConnection?: NewConnection;
  /** Its own way to the database, in place of the shared one. */
  connection?: SocketConnection;
}

export class OutboxForTests {
  readonly logged: string[] = [];
  readonly #workers: { worker: DeliveryWorker; notifications: Notifications; ownPool: SqlPool | null }[] = [];
  #servers = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    readonly pool: SqlPool,
    readonly storage: ObjectStorage,
    readonly directory: string,
    readonly services: {
      acceptance: EmailAcceptance;
      changes: EmailChanges;
      list: EmailList;
      holds: ServerHolds;
      servers: SmtpServersService;
      serverList: SmtpServerList;
      certificates: TrustedCertificates;
    },
  ) {}

  static async open(): Promise<OutboxForTests> {
    const database = await createTestDatabase();
    const directory = await mkdtemp(join(tmpdir(), 'postroom-outbox-'));
    const dataSource = await createDataSource(database.connection, { log: silentLog }).initialize();
    const pool = createSqlPool(database.connection, { log: silentLog });
    const storage = await openStorage(null, directory);
    if ('problem' in storage) throw new Error(storage.problem);
    const now = () => new Date();
    const audit = new AuditLog(now);
    const secrets = new SmtpServerSecrets(
      new SecretVault(new Keyring([randomBytes(32)]), { isLocked: async () => false }),
    );
    const serverList = new SmtpServerList(dataSource, secrets);
    const holds = new ServerHolds({ dataSource, pool, servers: serverList, audit });
    const files = new StoredFiles(dataSource, storage);
    const publicUrl = new URL('https://mail.example.org');
    const list = new EmailList(
      dataSource,
      new Attachments({ dataSource, audit, now, mayManageEmail: async () => true }),
    );
    const lookup = new SmtpServerLookup(pool);
    const mail = {
      waiting: list.countWaiting.bind(list),
      settingsChanged: holds.settingsChanged.bind(holds),
    };
    return new OutboxForTests(database, dataSource, pool, storage, directory, {
      acceptance: new EmailAcceptance({
        pool,
        servers: lookup,
        list,
        composition: new Composition({
          files,
          attachments: new AttachmentAcceptance({ files, publicUrl, linkDays: 30 }),
        }),
        uploads: new Uploads({ dataSource, files, now, maxBytes: 100_000_000 }),
        now,
      }),
      changes: new EmailChanges({ dataSource, list, servers: lookup, audit }),
      list,
      holds,
      serverList,
      servers: new SmtpServersService({ dataSource, secrets, audit, mail, now }),
      certificates: new TrustedCertificates({
        dataSource,
        audit,
        now,
        trustChanged: (manager) => holds.trustChanged(manager),
      }),
    });
  }

  async addServer(settings: Partial<AddSmtpServer> & { port: number }): Promise<SmtpServer> {
    this.#servers += 1;
    return granted(
      this.services.servers.add(
        {
          ...DEFAULT_SETTINGS,
          kind: 'SMTP',
          name: `Server ${this.#servers}`,
          hostname: '127.0.0.1',
          timeoutSeconds: 2,
          startTls: 'DISABLED',
          ...settings,
        },
        sender,
      ),
    );
  }

  async send(email: Partial<SendEmail> = {}, caller: Caller = sender): Promise<Email> {
    return granted(this.services.acceptance.send(anEmail(email), caller));
  }

  async startWorker({
    limits = {},
    retryUncertain = false,
    newConnection = ({ settings, trusted }) => deliveryConnection(settings, limits, trusted),
    connection = this.database.connection,
  }: WorkerOptions = {}): Promise<DeliveryWorker> {
    const isShared = connection === this.database.connection;
    const pool = isShared ? this.pool : createSqlPool(connection, { log: silentLog });
    const log = pino({ level: 'debug' }, { write: (line: string) => void this.logged.push(line) });
    const worker = new DeliveryWorker({
      pool,
      locks: new SessionLocks(connection, log),
      storage: this.storage,
      loadServer: serverLoader({
        pool,
        servers: this.services.serverList,
        certificates: this.services.certificates,
        keyLock: { isLocked: async () => false },
      }),
      newConnection,
      retryUncertain,
      random: () => 0.5,
      log,
    });
    const notifications = new Notifications(connection, silentLog);
    notifications.listen('email_due', (serverId) => {
      worker.notice(serverId);
    });
    await notifications.open(['email_due']);
    await worker.start();
    this.#workers.push({ worker, notifications, ownPool: isShared ? null : pool });
    return worker;
  }

  async email(id: string): Promise<Email> {
    const email = await this.services.list.byId(id);
    if (email === null) throw new Error('the email is gone');
    return email;
  }

  /** The email, as soon as it is in one of these states. */
  async until(id: string, ...states: EmailState[]): Promise<Email> {
    let email = await this.email(id);
    const isThere = async () => {
      email = await this.email(id);
      return states.includes(email.state);
    };
    await vi.waitUntil(isThere, { timeout: 20_000, interval: 20 }).catch(() => {
      const log = this.logged.at(-1) ?? 'nothing was logged';
      throw new Error(`the email is ${email.state} and does not become ${states.join(' or ')}\n${log}`);
    });
    return email;
  }

  /** Of the emails of a server, the newest first. */
  async states(serverId: string): Promise<EmailState[]> {
    const { nodes } = await this.services.list.page({ first: 100, filter: { serverId } }, sender);
    return nodes.map(({ state }) => state);
  }

  attempts(id: string): Promise<DeliveryAttempt[]> {
    return this.services.list.attemptsOf(id);
  }

  holdOf(serverId: string) {
    return this.services.holds.of({ perRequest: new Map() }, serverId);
  }

  /** What waits for its time waits no longer. */
  async due(id: string): Promise<void> {
    await this.sql(`UPDATE email SET due_at = now() - interval '1 second' WHERE id = $1`, [id]);
    await this.lookEverywhere();
  }

  /** Every worker looks, instead of a second later by itself. */
  async lookEverywhere(): Promise<void> {
    await this.sql(`SELECT pg_notify('email_due', '')`);
  }

  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, values)).rows as Row[];
  }

  async close(): Promise<void> {
    for (const { worker, notifications, ownPool } of this.#workers) {
      await worker.stop();
      await notifications.close();
      await ownPool?.end();
    }
    await this.pool.end();
    await this.dataSource.destroy();
    await this.database.drop();
    await rm(this.directory, { recursive: true });
  }
}

/** What was asked for; a refusal fails the test with its words. */
export async function granted<Result extends object>(
  result: Promise<Result>,
): Promise<Exclude<Result, { refusal: string }>> {
  const answer = await result;
  if ('refusal' in answer) throw new Error(JSON.stringify(answer));
  return answer as Exclude<Result, { refusal: string }>;
}

export function anEmail(override: Partial<SendEmail> = {}): SendEmail {
  return {
    from: 'ada@example.org',
    to: ['bob@example.net'],
    subject: 'Hello',
    text: 'Hello Bob,\n.\n..\nGoodbye.\n',
    ...override,
  };
}
