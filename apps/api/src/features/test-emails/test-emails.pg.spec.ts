import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, mailSink, SinkSecurity, type Authority, type MailSink } from '@postroom/testing';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../../testing/app-for-tests.ts';
import { aServer, SmtpServerCalls, type ServerAnswer } from '../../../testing/smtp-server-calls.ts';

const PASSWORD = 'canary-Zr8!kq';

let app: AppForTests;
let client: GraphqlClient;
let servers: SmtpServerCalls;
let authority: Authority;
let directory: string;
let sink: MailSink;

beforeAll(async () => {
  authority = await createAuthority();
  directory = await mkdtemp(join(tmpdir(), 'postroom-authority-'));
  const path = join(directory, 'authority.pem');
  await writeFile(path, authority.pem);
  ({ app, client } = await startSignedIn({ NODE_EXTRA_CA_CERTS: path, TESTS_PER_MINUTE: '1000' }));
  servers = new SmtpServerCalls(client);
});
afterEach(() => sink.close());
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

interface Report {
  __typename: string;
  succeeded: boolean;
  acceptedReply: string | null;
  downgraded: boolean;
  failure: { step: string; code: string; message: string; hint: string } | null;
  tls: { verified: boolean; certificate: { validTo: string } } | null;
  steps: { name: string; state: string }[];
  transcript: string[];
  by: string;
  revision: number;
  problems: { path: string; code: string }[];
}

const test = (input: object) =>
  client.field<Report>(
    `mutation ($input: SendTestEmailInput!) {
      sendTestEmail(input: $input) {
        __typename
        ... on TestReport {
          succeeded acceptedReply downgraded failure { step code message hint } tls { verified certificate { validTo } }
          steps { name state } transcript by revision
        }
        ... on InvalidInput { problems { path code } }
      }
    }`,
    { input: { from: 'Ada <ada@example.org>', to: 'bob@example.net', ...input } },
  );

/** A server that points at the sink, with the sink's credentials. */
const addFor = (settings: object): Promise<ServerAnswer> =>
  servers.add(aServer({ hostname: 'localhost', port: sink.port, timeoutSeconds: 5, ...settings }));

const credentials = { username: 'mailer', password: PASSWORD };

describe('a test email', () => {
  it.each([
    [SinkSecurity.STARTTLS, { startTls: 'ENABLED_AND_REQUIRED' }, true],
    [SinkSecurity.SMTPS, { protocol: 'SMTPS' }, true],
    [SinkSecurity.CLEAR, { startTls: 'DISABLED', allowInsecureAuth: true }, false],
  ])('arrives once and whole over %s', async (security, settings, isEncrypted) => {
    sink = await mailSink({ security, identity: await authority.issue(), credentials });
    const server = await addFor({ ...settings, ...credentials });
    const report = await test({ serverId: server.id });
    expect(report).toMatchObject({
      __typename: 'TestReport',
      succeeded: true,
      failure: null,
      by: 'ada@example.org',
      revision: 1,
    });
    expect(report.tls?.verified ?? null).toBe(isEncrypted ? true : null);

    expect(sink.mails).toHaveLength(1);
    const mail = await sink.waitForMail();
    expect(mail).toMatchObject({
      from: 'ada@example.org',
      to: ['bob@example.net'],
      isEncrypted,
      username: 'mailer',
    });
    const text = mail.raw.toString('latin1');
    expect(text).toMatch(/^[\x20-\x7e\t\r\n]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const parsed = await simpleParser(mail.raw);
    expect(parsed.from?.text).toBe('"Ada" <ada@example.org>');
    expect(parsed.headers.get('mime-version')).toBe('1.0');
    expect(parsed.messageId).toMatch(/^<[^\s@]+@example\.org>$/);
    expect(Math.abs(Date.now() - (parsed.date?.getTime() ?? 0))).toBeLessThan(60_000);
    expect(parsed.text).toContain(server.name);
  });

  it('uses a change of settings at once, without a restart', async () => {
    sink = await mailSink({
      security: SinkSecurity.STARTTLS,
      identity: await authority.issue(),
      credentials,
    });
    const server = await addFor({ port: 1, startTls: 'ENABLED_AND_REQUIRED', ...credentials });
    expect(await test({ serverId: server.id })).toMatchObject({
      failure: { code: 'CONNECTION_REFUSED', step: 'CONNECT' },
    });
    await servers.update({ id: server.id, port: sink.port, password: PASSWORD });
    expect(await test({ serverId: server.id })).toMatchObject({ succeeded: true, revision: 2 });
  });

  it('says AUTH_REFUSED with a hint for a wrong password, and keeps the report', async () => {
    sink = await mailSink({
      security: SinkSecurity.STARTTLS,
      identity: await authority.issue(),
      credentials,
    });
    const server = await addFor({ startTls: 'ENABLED_AND_REQUIRED', username: 'mailer', password: 'wrong' });
    const report = await test({ serverId: server.id });
    expect(report).toMatchObject({ succeeded: false, failure: { step: 'AUTH', code: 'AUTH_REFUSED' } });
    expect(report.failure?.hint).toBeTruthy();
    expect(sink.mails).toHaveLength(0);
    const { lastTest, tests } = await client.field<{ lastTest: Report; tests: Report[] }>(
      'query ($id: ID!) { smtpServer(ref: {id: $id}) { lastTest { failure { code } } tests { tls { certificate { validTo } } } } }',
      { id: server.id },
    );
    expect(lastTest.failure?.code).toBe('AUTH_REFUSED');
    expect(tests[0]?.tls?.certificate.validTo).toMatch(/^\d{4}-/);
  });

  it('shows the password nowhere: not in the report, not in a row, not in the log', async () => {
    sink = await mailSink({
      security: SinkSecurity.STARTTLS,
      identity: await authority.issue(),
      credentials: { ...credentials, password: 'x' },
    });
    const server = await addFor({ startTls: 'ENABLED_AND_REQUIRED', ...credentials });
    const report = await test({ serverId: server.id });
    expect(report.failure?.code).toBe('AUTH_REFUSED');
    const rows = await app.rows();
    for (const form of formsOf(PASSWORD)) {
      expect(JSON.stringify(report)).not.toContain(form);
      expect(app.logged.join('')).not.toContain(form);
      expect(rows).not.toContain(form);
    }
  });

  it('keeps the last twenty reports of a server', async () => {
    sink = await mailSink();
    const server = await addFor({ startTls: 'DISABLED' });
    for (let run = 0; run < 22; run += 1) await test({ serverId: server.id, depth: 'SIGN_IN' });
    const { tests } = await client.field<{ tests: unknown[] }>(
      'query ($id: ID!) { smtpServer(ref: {id: $id}) { tests(first: 100) { id } } }',
      { id: server.id },
    );
    expect(tests).toHaveLength(20);
    expect(sink.mails).toHaveLength(0);
  });

  it('turns the number for a fax server into the address of the gateway', async () => {
    sink = await mailSink();
    const server = await addFor({
      kind: 'FAX',
      faxAddressTemplate: 'FAX={number}@fax.example.org',
      startTls: 'DISABLED',
    });
    expect(await test({ serverId: server.id, to: '+39 040 226338' })).toMatchObject({ succeeded: true });
    expect((await sink.waitForMail()).to).toEqual(['FAX=+39040226338@fax.example.org']);
    expect(await test({ serverId: server.id, to: 'bob@example.net' })).toMatchObject({
      problems: [{ path: 'to', code: 'NUMBER_NOT_VALID' }],
    });
  });

  it('never reaches the service itself', async () => {
    sink = await mailSink();
    const server = await addFor({ port: 4000 });
    expect(await test({ serverId: server.id })).toMatchObject({ failure: { code: 'ADDRESS_NOT_ALLOWED' } });
  });

  it.each([
    [{ from: 'nobody' }, 'from', 'ADDRESS_NOT_VALID'],
    [{ to: 'a@example.org, b@example.org' }, 'to', 'ADDRESS_NOT_VALID'],
    [{ to: 'a..b@example.org' }, 'to', 'ADDRESS_NOT_STRICT'],
    [{ to: 'a@example.org\r\nDATA' }, 'to', 'CONTROL_CHARACTER'],
    [{ serverId: null }, 'serverId', 'REQUIRED'],
  ])('is not sent for %j', async (change, path, code) => {
    sink = await mailSink();
    const server = await addFor({ startTls: 'DISABLED' });
    expect(await test({ serverId: server.id, ...change })).toMatchObject({ problems: [{ path, code }] });
    expect(sink.mails).toHaveLength(0);
  });

  it('is not sent for a server that is gone', async () => {
    sink = await mailSink();
    expect(await test({ serverId: '01a204c3-3d82-7642-bafb-f268d145ff1c' })).toMatchObject({
      __typename: 'NotFound',
    });
  });
});

/** As it stands, and as it travels. */
function formsOf(secret: string): string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
  return [
    secret,
    base64(secret),
    base64(`\0mailer\0${secret}`),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('hex'),
  ];
}
