import {
  createAuthority,
  mailSink,
  on,
  greet,
  scriptedSmtpServer,
  SinkSecurity,
  startTls,
  type MailSink,
} from '@postroom/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../../testing/app-for-tests.ts';
import { aServer, SmtpServerCalls, type ServerAnswer } from '../../../testing/smtp-server-calls.ts';

const PASSWORD = 'canary-Zr8!kq';
const credentials = { username: 'mailer', password: PASSWORD };

let app: AppForTests;
let client: GraphqlClient;
let servers: SmtpServerCalls;
let directory: string;
let identity: Awaited<ReturnType<Awaited<ReturnType<typeof createAuthority>>['issue']>>;
let sink: MailSink | undefined;

beforeAll(async () => {
  const authority = await createAuthority();
  identity = await authority.issue();
  directory = await mkdtemp(join(tmpdir(), 'postroom-authority-'));
  await writeFile(join(directory, 'authority.pem'), authority.pem);
  ({ app, client } = await startSignedIn({
    NODE_EXTRA_CA_CERTS: join(directory, 'authority.pem'),
    TESTS_PER_MINUTE: '1000',
  }));
  servers = new SmtpServerCalls(client);
});
afterEach(async () => {
  await sink?.close();
  sink = undefined;
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

interface Report {
  __typename: string;
  succeeded: boolean;
  revision: number | null;
  failure: { code: string } | null;
  problems: { path: string; code: string }[];
}

const test = (input: object) =>
  client.field<Report>(
    `mutation ($input: SendTestEmailInput!) {
      sendTestEmail(input: $input) {
        __typename ... on TestReport { succeeded revision failure { code } } ... on InvalidInput { problems { path code } }
      }
    }`,
    { input: { from: 'ada@example.org', to: 'bob@example.org', ...input } },
  );

describe('a draft', () => {
  it('is tested alone, before anything is saved', async () => {
    sink = await mailSink({ security: SinkSecurity.SMTPS, identity, credentials });
    const draft = { hostname: 'localhost', port: sink.port, protocol: 'SMTPS', ...credentials };
    expect(await test({ draft })).toMatchObject({ succeeded: true, revision: null, failure: null });
    expect(await servers.page({ search: 'localhost' })).toMatchObject({ totalCount: 0 });
  });

  it('is laid over a saved server, and its report is not kept with those of the saved settings', async () => {
    sink = await mailSink({ security: SinkSecurity.STARTTLS, identity, credentials });
    const server = await servers.add(
      aServer({ hostname: 'localhost', port: sink.port, startTls: 'ENABLED_AND_REQUIRED', ...credentials }),
    );
    expect(
      await test({ serverId: server.id, draft: { timeoutSeconds: 3, ehloName: 'app.example.org' } }),
    ).toMatchObject({
      succeeded: true,
      revision: null,
    });
    const query = 'query ($id: ID!) { smtpServer(ref: {id: $id}) { tests { id } } }';
    expect(await client.field(query, { id: server.id })).toEqual({ tests: [] });
  });

  it.each([
    [{ hostname: '' }, 'draft.hostname', 'REQUIRED'],
    [{ hostname: 'localhost', port: 0 }, 'draft.port', 'OUT_OF_RANGE'],
    [{ hostname: 'localhost', password: 'x' }, 'draft.username', 'REQUIRED'],
    [{ hostname: 'localhost', kind: 'FAX' }, 'draft.faxAddressTemplate', 'REQUIRED'],
    [{ hostname: 'localhost', timeoutSeconds: null }, 'draft.timeoutSeconds', 'REQUIRED'],
  ])('that is %j is refused with the place in the draft', async (draft, path, code) => {
    expect((await test({ draft })).problems).toEqual([expect.objectContaining({ path, code })]);
  });
});

/** Offers every way to sign in and takes whatever comes; what it was sent is what a thief would have. */
async function thief() {
  const hello = [
    greet('220 thief'),
    on('EHLO', '250-thief', '250-STARTTLS', '250 AUTH PLAIN LOGIN'),
    on('STARTTLS', '220 go'),
    startTls(identity),
  ];
  const inside = [on('EHLO', '250-thief', '250 AUTH PLAIN LOGIN'), on('AUTH', '235 thanks')];
  return scriptedSmtpServer([...hello, ...inside]);
}

describe('a stored password never goes to another place', () => {
  // Each is a server with a password whose one field is then changed; the thief listens at the new place, or at both.
  const changes: [string, (thiefPort: number) => object][] = [
    ['hostname', () => ({ hostname: '127.0.0.1' })],
    ['port', (port) => ({ port })],
    ['protocol', () => ({ protocol: 'SMTPS' })],
    ['startTls', () => ({ startTls: 'DISABLED' })],
    ['allowInsecureAuth', () => ({ allowInsecureAuth: true })],
    ['username', () => ({ username: 'eve' })],
  ];

  it.each(changes)('when a draft changes the %s', async (field, change) => {
    const [here, there] = [await thief(), await thief()];
    const server = await savedAt(here.port);
    const draft = change(there.port);
    const report = await test({ serverId: server.id, draft });
    expect(report.succeeded).toBe(false);
    expectNoPassword(here, there);
    expect(await named(server)).toMatchObject({ hasPassword: true, [field]: server[field] });
    await Promise.all([here.close(), there.close()]);
  });

  it.each(changes)('when the server is saved with another %s, and tested then', async (_, change) => {
    const [here, there] = [await thief(), await thief()];
    const server = await savedAt(here.port);
    expect(await servers.update({ id: server.id, ...change(there.port) })).toMatchObject({
      hasPassword: false,
    });
    expect((await test({ serverId: server.id })).failure).not.toBeNull();
    expectNoPassword(here, there);
    await Promise.all([here.close(), there.close()]);
  });

  it('and goes where it belongs: the recorder would have seen it', async () => {
    const here = await thief();
    const server = await savedAt(here.port);
    await test({ serverId: server.id });
    expect(here.encrypted.toString()).toContain(Buffer.from(`\0mailer\0${PASSWORD}`).toString('base64'));
    await here.close();
  });

  const savedAt = (port: number) =>
    servers.add(
      aServer({
        hostname: 'localhost',
        port,
        startTls: 'ENABLED_AND_REQUIRED',
        timeoutSeconds: 2,
        ...credentials,
      }),
    );

  const named = ({ id }: ServerAnswer) =>
    client.field(
      'query ($id: ID!) { smtpServer(ref: {id: $id}) { hasPassword hostname port protocol startTls allowInsecureAuth username } }',
      { id },
    );

  function expectNoPassword(...recorders: { clear: Buffer; encrypted: Buffer }[]): void {
    const seen = recorders
      .map(({ clear, encrypted }) => `${clear.toString('latin1')}${encrypted.toString('latin1')}`)
      .join('');
    const decoded = seen.replace(/[A-Za-z0-9+/]{8,}={0,2}/g, (text) =>
      Buffer.from(text, 'base64').toString('latin1'),
    );
    expect(`${seen}${decoded}`).not.toContain(PASSWORD);
  }
});
