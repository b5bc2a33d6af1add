import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../testing/app-for-tests.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres.ts';
import { aServer, SmtpServerCalls } from '../../testing/smtp-server-calls.ts';
import { KeysCommand } from './keys-command.ts';

let database: TestDatabase;
let dataDir: string;
let app: AppForTests;
let client: GraphqlClient;
let printed: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'postroom-keys-'));
  ({ app, client } = await startSignedIn({ DATA_DIR: dataDir }, database));
  await new SmtpServerCalls(client).add(aServer({ username: 'ada', password: 'secret' }));
  printed = [];
});
afterEach(async () => {
  await app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const print = (line: string) => printed.push(line);
const sources = () => ({ dataDir, secretKeys: null });
const command = () =>
  new KeysCommand({ connection: database.connection, close: async () => undefined }, sources(), print);
const test = () =>
  client.field(
    `mutation { sendTestEmail(input: {serverId: "x", from: "ada@example.org", to: "ada@example.org"}) { __typename } }`,
  );

it('gives the running service a new key, and the old one can be taken away', async () => {
  await KeysCommand.add(sources(), print);
  expect(await command().rotate()).toBe(true);
  expect(printed.at(-1)).toMatch(/^1 secret is under the key [0-9a-f]{16} now\.$/);
  const { isLocked } = await client.field<{ isLocked: boolean }>('{ serviceStatus { isLocked } }');
  expect(isLocked).toBe(false);
  expect(await test()).toEqual({ __typename: 'NotFound' });

  printed = [];
  await command().list();
  expect(printed.map((line) => line.replace(/^\S+ +/, ''))).toEqual([
    'newest   1 secrets',
    'older    0 secrets',
  ]);
  const audit = await client.field<{ nodes: object[] }>(
    '{ auditEvents(first: 1) { nodes { action actor } } }',
  );
  expect(audit.nodes).toEqual([{ action: 'keys.rotated', actor: 'postroom keys' }]);
});

it('keeps the old keys behind the new one', async () => {
  const before = await readFile(join(dataDir, 'secret.key'), 'utf8');
  await KeysCommand.add(sources(), print);
  const lines = (await readFile(join(dataDir, 'secret.key'), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe(before.trimEnd());
});

it('forgets no key that is here', async () => {
  await command().list();
  const keyId = printed[0]?.split(' ')[0] ?? '';
  expect(await command().forget(keyId)).toBe(false);
  expect(printed.at(-1)).toContain('nothing of it is lost');
});

it('forgets no key that nothing is sealed with, and leaves no row in the audit log', async () => {
  expect(await command().forget('0123456789abcdef')).toBe(false);
  expect(printed.at(-1)).toContain('Nothing was changed');
  const log = '{ auditEvents(filter: {action: "keys.forgotten"}) { nodes { subject } } }';
  expect(await client.field(log)).toEqual({ nodes: [] });
});

it('forgets a lost key, and the service goes on without the passwords', async () => {
  await rm(join(dataDir, 'secret.key'));
  await KeysCommand.add(sources(), print);
  await command().list();
  const lost = printed.find((line) => line.includes('MISSING'))?.split(' ')[0] ?? '';
  expect(await command().rotate()).toBe(false);
  expect(await command().forget(lost)).toBe(true);
  const { nodes } = await client.field<{ nodes: object[] }>('{ smtpServers { nodes { hasPassword } } }');
  expect(nodes).toEqual([{ hasPassword: false }]);
});

it('prints a key for SECRET_KEYS where they are kept there', async () => {
  await KeysCommand.add({ dataDir, secretKeys: [Buffer.alloc(32)] }, print);
  expect(Buffer.from(printed[1] ?? '', 'base64')).toHaveLength(32);
});
