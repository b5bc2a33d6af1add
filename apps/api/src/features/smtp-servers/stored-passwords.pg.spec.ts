import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../testing/postgres.ts';
import { createDataSource } from '../../database/data-source.ts';
import { DEFAULT_SETTINGS } from './smtp-server.ts';
import { SmtpServerList } from './smtp-server-list.service.ts';
import { SmtpServerSecrets } from './smtp-server-secrets.service.ts';
import { SmtpServersService } from './smtp-servers.service.ts';
import { signedInCaller } from '../access/index.ts';
import { AuditLog } from '../audit/index.ts';
import { Keyring } from '../../secrets/keyring.ts';
import { SecretVault } from '../../secrets/secret-vault.ts';

const key = randomBytes(32);
const caller = signedInCaller(
  {
    id: '01a204c3-3d82-7642-bafb-f268d145ff1c',
    email: 'ada@example.org',
    name: 'Ada',
    role: 'ADMIN',
    isDisabled: false,
    secondFactorSince: null,
    temporaryPasswordUntil: null,
    lastSeenAt: null,
    createdAt: new Date(),
  },
  { from: null },
);

const noMail = { waiting: () => Promise.resolve(0), settingsChanged: () => Promise.resolve() };

let database: TestDatabase;
let serverId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  await withServers(async (_, service) => {
    const settings = { kind: 'SMTP' as const, name: 'Main', hostname: 'smtp.example.org', username: 'ada' };
    const server = await service.add({ ...DEFAULT_SETTINGS, ...settings, password: 'secret' }, caller);
    if ('refusal' in server) throw new Error(server.message);
    serverId = server.id;
  });
});
afterEach(() => database.drop());

async function withServers(
  use: (list: SmtpServerList, service: SmtpServersService) => Promise<void>,
): Promise<void> {
  const dataSource = await createDataSource(database.connection, { log: silentLog }).initialize();
  const now = () => new Date();
  const secrets = new SmtpServerSecrets(new SecretVault(new Keyring([key]), { isLocked: async () => false }));
  const service = new SmtpServersService({
    dataSource,
    secrets,
    audit: new AuditLog(now),
    mail: noMail,
    now,
  });
  await use(new SmtpServerList(dataSource, secrets), service).finally(() => dataSource.destroy());
}

async function sql(statement: string): Promise<void> {
  const client = new Client({ ...database.connection, ssl: false });
  await client.connect();
  await client.query(statement);
  await client.end();
}

it('opens a password for the server and the destination that it was entered for', async () => {
  await withServers(async (list) => {
    expect(await list.withPassword(serverId)).toMatchObject({ password: 'secret' });
  });
});

it.each([
  ["hostname = 'evil.example.net'"],
  ['port = 2525'],
  ["protocol = 'SMTPS'"],
  ["start_tls = 'DISABLED'"],
  ['allow_insecure_auth = true'],
  ["username = 'eve'"],
])('opens none where somebody set %s in the database itself', async (change) => {
  await sql(`UPDATE smtp_server SET ${change}`);
  await withServers(async (list) => {
    await expect(list.withPassword(serverId)).rejects.toThrow('does not belong to its settings any more');
  });
});
