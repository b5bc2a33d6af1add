import {
  awaitBytes,
  fallSilent,
  greet,
  hangUp,
  on,
  reset,
  say,
  scriptedSmtpServer,
  startTls,
  type ScriptStep,
} from '@postroom/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  aMail,
  authority,
  credentials,
  deliveryConnection,
  PASSWORD,
  smtpSettings,
} from '../../testing/smtp-fixtures.ts';
import type { SmtpSettings } from './index.ts';

const hello = greet('220 mail.test ESMTP');
const to = ['bob@example.net'];
const mail = { ...aMail(), to };

async function opened(script: ScriptStep[], set: Partial<SmtpSettings> = {}, offers = ['PIPELINING']) {
  const server = await scriptedSmtpServer([hello, ...script], { offers });
  onTestFinished(() => server.close());
  const settings = smtpSettings({ ...set, port: server.port });
  const connection = deliveryConnection(settings, { afterDotMs: 300 });
  expect(await connection.open()).toBeNull();
  return { server, connection };
}

/** Accepted; what follows in the script is about the next one. */
const oneEmail = [on('MAIL', '250 Ok'), on('.', '250 Ok')];

const verbs = ({ commands }: { commands: string[] }) => commands.map((line) => line.split(' ')[0]);
const forms = [
  { form: 'with PIPELINING', offers: ['PIPELINING'] },
  { form: 'one command at a time', offers: [] },
];

/** Until what the server did unasked has arrived. */
async function arrived(isThere: () => boolean) {
  while (!isThere()) await new Promise(setImmediate);
}

describe.each(forms)('a connection of the pool, $form,', ({ offers }) => {
  it('carries many emails, signs in once and says goodbye once', async () => {
    const { server, connection } = await opened([], {}, offers);
    for (let nth = 0; nth < 5; nth += 1) {
      expect(await connection.deliver(mail)).toMatchObject({ failure: null, connectionWasGone: false });
    }
    await connection.close();
    const each = ['MAIL', 'RCPT', 'DATA'];
    expect(verbs(server)).toEqual(['EHLO', ...each, ...each, ...each, ...each, ...each, 'QUIT']);
    expect(server).toMatchObject({ connections: 1 });
    expect(server.messages).toHaveLength(5);
    expect(connection.isUsable).toBe(false);
  });

  it.each<[string, ScriptStep[], boolean]>([
    ['the sender', [on('MAIL', '550 No'), on('RCPT', '503 No'), on('DATA', '503 No')], false],
    ['every recipient', [on('RCPT', '550 No'), on('DATA', '554 No')], true],
    ['DATA', [on('DATA', '451 Later')], true],
    ['the message', [on('.', '554 No')], false],
  ])('is still usable after the server refused %s', async (_, script, needsReset) => {
    const { server, connection } = await opened(offers.length > 0 ? script : script.slice(0, 1), {}, offers);
    const refused = await connection.deliver(mail);
    expect(refused).toMatchObject({ acceptedReply: null, connectionWasGone: false });
    expect(refused.failure?.email).toMatch(/FAILED|DEFERRED/);
    expect(connection.isUsable).toBe(true);
    expect(await connection.deliver(mail)).toMatchObject({ failure: null });
    expect(server.commands.includes('RSET')).toBe(needsReset);
    expect(server.messages.at(-1)?.toString()).toContain('Hello');
  });

  it('is over when a server refuses RSET; the email after it was not tried', async () => {
    const { connection } = await opened(
      [on('MAIL', '250 Ok'), on('DATA', '451 Later'), on('RSET', '500 What?'), on('MAIL', '503 No')],
      {},
      offers,
    );
    await connection.deliver(mail);
    expect(await connection.deliver(mail)).toMatchObject({ connectionWasGone: true, acceptedReply: null });
    expect(connection.isUsable).toBe(false);
  });
});

describe('a connection that was idle', () => {
  it.each<[string, ScriptStep[]]>([
    ['closed', [hangUp()]],
    ['reset', [reset()]],
    ['shut down with 421', [say('421 4.4.2 Idle for too long\r\n'), hangUp()]],
    ['told 421, and left open', [say('421 4.4.2 Idle for too long\r\n')]],
    ['spoken to unasked', [say('250 Ok\r\n')]],
  ])('and %s is known to be gone before a word of the next email is said', async (_, script) => {
    const { server, connection } = await opened([...oneEmail, ...script]);
    expect(await connection.deliver(mail)).toMatchObject({ failure: null });
    await arrived(() => !connection.isUsable);
    const next = await connection.deliver(mail);
    expect(next).toMatchObject({ connectionWasGone: true, recipients: [{ outcome: 'DEFERRED' }] });
    expect(server.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(1);
  });

  it.each<[string, ScriptStep[]]>([
    ['closed', [hangUp()]],
    ['reset', [reset()]],
    ['answered with 421', [say('421 4.4.2 Bye\r\n'), hangUp()]],
  ])('and %s while the next email was on its way was gone just the same', async (_, script) => {
    const { server, connection } = await opened([...oneEmail, on('MAIL'), ...script]);
    await connection.deliver(mail);
    expect(await connection.deliver(mail)).toMatchObject({ connectionWasGone: true, acceptedReply: null });
    expect(server.messages).toHaveLength(1);
  });

  it.each<[string, ScriptStep[], string]>([
    ['does not answer', [on('MAIL'), fallSilent()], 'REPLY_TIMED_OUT'],
    ['refuses the next sender', [on('MAIL', '451 Later')], 'SENDER_DEFERRED'],
    ['closes after it took the next sender', [on('MAIL', '250 Ok'), hangUp()], 'CONNECTION_LOST'],
    ['closes after the dot', [on('.'), hangUp()], 'OUTCOME_UNKNOWN'],
  ])('to a server that %s has failed that email', async (_, script, code) => {
    const { connection } = await opened([...oneEmail, ...script], { timeoutSeconds: 0.3 });
    await connection.deliver(mail);
    expect(await connection.deliver(mail)).toMatchObject({ failure: { code }, connectionWasGone: false });
  });

  it('is not what is lost with a first email: that is a failed attempt', async () => {
    const { connection } = await opened([on('MAIL', '421 Bye'), hangUp()]);
    expect(await connection.deliver(mail)).toMatchObject({
      connectionWasGone: false,
      failure: { code: 'SERVER_BUSY', step: 'MAIL' },
    });
  });
});

describe('the emails of one connection', () => {
  it('have a deadline each', async () => {
    const { server } = await opened([]);
    const connection = deliveryConnection(smtpSettings({ port: server.port }), { attemptMs: 400 });
    await connection.open();
    const until = performance.now() + 600;
    while (performance.now() < until) expect(await connection.deliver(mail)).toMatchObject({ failure: null });
    await connection.close();
  });

  it('are stopped one by one; the connection goes with the one that is stopped', async () => {
    const { server, connection } = await opened([...oneEmail, on('MAIL')]);
    const first = new AbortController();
    const second = new AbortController();
    expect(await connection.deliver(mail, { signal: first.signal })).toMatchObject({ failure: null });
    first.abort();
    expect(connection.isUsable).toBe(true);
    const stopped = connection.deliver(mail, { signal: second.signal });
    await arrived(() => server.commands.filter((line) => line.startsWith('MAIL')).length === 2);
    second.abort();
    expect(await stopped).toMatchObject({ failure: { code: 'CANCELLED' }, connectionWasGone: false });
    expect(connection.isUsable).toBe(false);
  });

  it('end with the one whose owner lost it before the dot', async () => {
    const { server, connection } = await opened([]);
    await expect(
      connection.deliver(mail, { beforeDot: () => Promise.reject(new Error('the lease is lost')) }),
    ).rejects.toThrow('the lease is lost');
    expect(connection.isUsable).toBe(false);
    await server.emptied();
    expect(server.messages).toEqual([]);
  });
});

describe('opening a connection', () => {
  const identity = authority.issue();
  const secure = { startTls: 'ENABLED_AND_REQUIRED', ...credentials } as const;
  const encrypted = async (...inside: ScriptStep[]) => [
    on('EHLO', '250-mail.test', '250 STARTTLS'),
    on('STARTTLS', '220 Go'),
    startTls(await identity),
    ...inside,
  ];

  it('tells how it is encrypted', async () => {
    const { connection, server } = await opened(
      await encrypted(on('EHLO', '250-mail.test', '250 AUTH PLAIN')),
      secure,
    );
    expect(connection).toMatchObject({ tlsVersion: 'TLSv1.3', downgraded: false, tls: { verified: true } });
    expect(await connection.deliver(mail)).toMatchObject({ failure: null });
    expect(server.encrypted.toString()).toContain('RCPT TO:<bob@example.net>\r\nDATA\r\n');
    await connection.close();
  });

  it('tells that it fell back to clear', async () => {
    const { connection } = await opened([], { startTls: 'ENABLED' });
    expect(connection).toMatchObject({ tls: null, tlsVersion: null, downgraded: true });
  });

  it('keeps the password out of what is said about every later email', async () => {
    const script = await encrypted(
      on('EHLO', '250-mail.test', '250 AUTH PLAIN'),
      on('.', '250 Ok'),
      on('.', `250 Ok, and your password is ${PASSWORD}`),
    );
    const { connection } = await opened(script, secure);
    await connection.deliver(mail);
    expect(await connection.deliver(mail)).toMatchObject({
      acceptedReply: '250 Ok, and your password is ***',
    });
  });

  it('that fails leaves nothing open', async () => {
    const server = await scriptedSmtpServer([hello, ...(await encrypted(on('EHLO', '250 mail.test')))]);
    const connection = deliveryConnection(smtpSettings({ ...secure, port: server.port }));
    expect(await connection.open()).toMatchObject({ step: 'AUTH', code: 'AUTH_NOT_OFFERED' });
    expect(connection).toMatchObject({ isUsable: false, tlsVersion: 'TLSv1.3' });
    await server.emptied();
    await server.close();
  });

  it('can be stopped', async () => {
    const server = await scriptedSmtpServer([awaitBytes()]);
    const connection = deliveryConnection(smtpSettings({ port: server.port, timeoutSeconds: 60 }));
    const stopping = new AbortController();
    const opening = connection.open({ signal: stopping.signal });
    await arrived(() => server.open === 1);
    stopping.abort();
    expect(await opening).toMatchObject({ code: 'CANCELLED' });
    await server.close();
  });
});
