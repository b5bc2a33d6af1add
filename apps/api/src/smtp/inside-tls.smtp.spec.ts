import {
  awaitBytes,
  fallSilent,
  greet,
  hangUp,
  on,
  say,
  sayForEver,
  scriptedSmtpServer,
  startTls,
  type ScriptStep,
} from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { aMail, authority, converse, credentials, smtpSettings, test } from '../../testing/smtp-fixtures.ts';

const identity = await authority.issue();
const hello = greet('220 mail.test ESMTP');

describe('inside TLS', () => {
  const offered = [hello, on('EHLO', '250-mail.test', '250 STARTTLS'), on('STARTTLS', '220 Go')];

  it('nothing counts that was offered in clear (RFC 3207 section 4.2)', async () => {
    const script = [
      hello,
      on('EHLO', '250-mail.test', '250-AUTH PLAIN', '250 STARTTLS'),
      on('STARTTLS', '220 Go'),
      startTls(identity),
    ];
    expect((await converse(script, { ...credentials, startTls: 'ENABLED' })).failure?.code).toBe(
      'AUTH_NOT_OFFERED',
    );
  });

  it('what was cut into the clear stream behind the 220 is gone, were it no reply at all', async () => {
    const script = [
      ...offered.slice(0, 2),
      on('STARTTLS'),
      say('220 Go\r\n235 signed in\r\n\x16\x03\x01garbage'),
      startTls(identity),
    ];
    expect(await converse(script, { startTls: 'ENABLED_AND_REQUIRED', timeoutSeconds: 2 })).toMatchObject({
      succeeded: true,
    });
  });

  it('a refusal of EHLO is one of the step EHLO', async () => {
    const script = [...offered, startTls(identity), on('EHLO', '421 4.3.2 Closing')];
    const { failure, steps } = await converse(script, { startTls: 'ENABLED' });
    expect(failure).toMatchObject({ step: 'EHLO', code: 'SERVER_BUSY' });
    expect(steps.find(({ name }) => name === 'STARTTLS')?.state).toBe('PASSED');
  });

  it.each([
    ['220 without a handshake', [...offered, fallSilent()], 'TLS_HANDSHAKE_FAILED'],
    ['250 instead of 220', [...offered.slice(0, 2), on('STARTTLS', '250 Ok')], 'PROTOCOL_VIOLATION'],
    ['421', [...offered.slice(0, 2), on('STARTTLS', '421 Bye')], 'SERVER_BUSY'],
    ['no reply', [...offered.slice(0, 2), on('STARTTLS')], 'REPLY_TIMED_OUT'],
    ['a closed connection', [...offered.slice(0, 2), on('STARTTLS'), hangUp()], 'CONNECTION_LOST'],
  ] as const)('no mail goes out where the answer to STARTTLS is %s', async (_, script, code) => {
    expect((await converse([...script], { startTls: 'ENABLED_AND_REQUIRED' })).failure).toMatchObject({
      step: 'STARTTLS',
      code,
    });
  });

  it('a server that wants a certificate of ours has not finished the handshake', async () => {
    const wantsOurs = { ...identity, requestCert: true };
    const server = await scriptedSmtpServer([hello], { implicitTls: wantsOurs });
    const outcome = await test(smtpSettings({ port: server.port, protocol: 'SMTPS' }));
    expect(outcome.failure).toMatchObject({ step: 'TLS', code: 'TLS_HANDSHAKE_FAILED' });
    await server.close();
  });

  it('a large mail to a server that stops reading ends as in clear', async () => {
    const script = [
      ...offered,
      startTls(identity),
      on('DATA', '354 Go'),
      { verb: null, act: (c) => c.readOnly(65_536) } satisfies ScriptStep,
    ];
    const message = Buffer.alloc(5_000_000, 'x\r\n');
    expect((await converse(script, { startTls: 'ENABLED' }, { message })).failure).toMatchObject({
      step: 'DATA',
      code: 'REPLY_TIMED_OUT',
    });
  });
});

it('ends a handshake with a server that floods it', async () => {
  const script = [
    hello,
    on('EHLO', '250-a', '250 STARTTLS'),
    on('STARTTLS', '220 Go'),
    awaitBytes(),
    sayForEver(Buffer.alloc(10_000, 0x16)),
  ];
  expect((await converse(script, { startTls: 'ENABLED_AND_REQUIRED' })).failure?.code).toBe(
    'TLS_HANDSHAKE_FAILED',
  );
});

describe('where the port speaks something else', () => {
  it('asks a silent port after a while whether it wants TLS, and does not wait for the end', async () => {
    const server = await scriptedSmtpServer([], { implicitTls: identity });
    const outcome = await test(smtpSettings({ port: server.port, timeoutSeconds: 20 }), aMail(), {
      limits: { probeAfterMs: 50 },
    });
    expect(outcome.failure).toMatchObject({ code: 'SERVER_SPEAKS_TLS', fix: { protocol: 'SMTPS' } });
    expect(outcome.durationMs).toBeLessThan(10_000);
    await server.close();
  });

  it('still takes a greeting that comes after the question', async () => {
    const slow: ScriptStep = { verb: null, act: () => second };
    let release = (): void => undefined;
    const second = new Promise<void>((resolve) => {
      release = resolve;
    });
    const outcome = await converse(
      [
        [slow, hello],
        [
          {
            verb: null,
            act: () => {
              release();
            },
          },
        ],
      ],
      { timeoutSeconds: 20 },
      {},
      { limits: { probeAfterMs: 20 } },
    );
    expect(outcome).toMatchObject({ succeeded: true, connections: 2 });
  });

  it('knows an SSH server behind SMTPS for neither TLS nor SMTP, and never shows its words', async () => {
    const outcome = await converse([say('SSH-2.0-OpenSSH_9.2\r\n')], { protocol: 'SMTPS' });
    expect(outcome.failure).toMatchObject({ step: 'TLS', code: 'TLS_HANDSHAKE_FAILED', fix: null });
    expect(JSON.stringify(outcome)).not.toContain('SSH');
  });
});
