// What a server may say at each step, beyond the rows of the vectors.
import {
  awaitBytes,
  fallSilent,
  greet,
  hangUp,
  on,
  readOnly,
  reset,
  say,
  sayForEver,
  scriptedSmtpServer,
  startTls,
  type ScriptStep,
} from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import {
  aMail,
  authority,
  credentials,
  deliver,
  PASSWORD,
  smtpSettings,
  test,
  USERNAME,
} from '../../testing/smtp-fixtures.ts';
import type { SmtpFailureCode, SmtpSettings, SmtpStep, TestMail, TestOptions, TestOutcome } from './index.ts';

const identity = await authority.issue();
const hello = greet('220 mail.test ESMTP');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN LOGIN CRAM-MD5');
const insecure = { ...credentials, allowInsecureAuth: true };
const settings = { timeoutSeconds: 1 };

async function run(
  script: ScriptStep[] | ScriptStep[][],
  set: Partial<SmtpSettings> = {},
  mail: Partial<TestMail> = {},
  options: Partial<TestOptions> = {},
): Promise<TestOutcome & { commands: string[]; connections: number }> {
  const server = await scriptedSmtpServer(script);
  const outcome = await test(smtpSettings({ ...settings, ...set, port: server.port }), aMail(mail), options);
  await server.close();
  return { ...outcome, commands: server.commands, connections: server.connections };
}

type Met = [
  what: string,
  script: ScriptStep[],
  step: SmtpStep,
  code: SmtpFailureCode,
  set?: Partial<SmtpSettings>,
];

describe.concurrent('a test of a server that', () => {
  it.each<Met>([
    ['greets with 250', [greet('250 hi')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with 354', [greet('354 hi')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with 450', [greet('450 hi')], 'GREETING', 'SERVER_BUSY'],
    ['greets with two codes', [greet('220-a', '554 b')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with two replies', [greet('220 a', '250 b')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with half a reply behind', [say('220 a\r\n2')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets and shuts down', [greet('220 a', '421 4.3.2 Bye')], 'GREETING', 'SERVER_BUSY'],
    ['shuts down before MAIL', [hello, on('EHLO', '250 a', '421 Bye')], 'EHLO', 'SERVER_BUSY'],
    ['greets as HTTP', [say('HTTP/1.1 400 Bad Request\r\n')], 'GREETING', 'NOT_AN_SMTP_SERVER'],
    [
      'greets with a TLS alert',
      [say(Buffer.from('15030100020228', 'hex'))],
      'GREETING',
      'NOT_AN_SMTP_SERVER',
    ],
    ['greets half and closes', [say('220 mail'), hangUp()], 'GREETING', 'CONNECTION_LOST'],
    ['greets and resets', [greet('220 a'), on('EHLO'), reset()], 'EHLO', 'CONNECTION_LOST'],
    ['says nothing to EHLO', [hello, on('EHLO')], 'EHLO', 'REPLY_TIMED_OUT'],
    ['says 421 to EHLO', [hello, on('EHLO', '421 4.3.2 Closing')], 'EHLO', 'SERVER_BUSY'],
    ['says 451 to EHLO', [hello, on('EHLO', '451 Later')], 'EHLO', 'SERVER_BUSY'],
    ['says 354 to EHLO', [hello, on('EHLO', '354 Go')], 'EHLO', 'PROTOCOL_VIOLATION'],
    ['refuses EHLO and HELO', [hello, on('EHLO', '550 No'), on('HELO', '550 No')], 'EHLO', 'EHLO_REFUSED'],
    ['defers HELO', [hello, on('EHLO', '502 No'), on('HELO', '450 No')], 'EHLO', 'SERVER_BUSY'],
    ['drips its answer to EHLO', [hello, on('EHLO'), sayForEver('250-x\r\n', 20)], 'EHLO', 'REPLY_TIMED_OUT'],
    [
      'floods its answer to EHLO',
      [hello, on('EHLO'), sayForEver('250-x\r\n'.repeat(1000))],
      'EHLO',
      'REPLY_TOO_LONG',
    ],
    ['closes on MAIL', [hello, on('MAIL'), hangUp()], 'MAIL', 'CONNECTION_LOST'],
    ['says nothing to MAIL', [hello, on('MAIL')], 'MAIL', 'REPLY_TIMED_OUT'],
    ['says 421 to MAIL', [hello, on('MAIL', '421 Bye')], 'MAIL', 'SERVER_BUSY'],
    ['says 451 to MAIL', [hello, on('MAIL', '451 4.7.500 Busy')], 'MAIL', 'SENDER_DEFERRED'],
    ['says 354 to MAIL', [hello, on('MAIL', '354 Go')], 'MAIL', 'PROTOCOL_VIOLATION'],
    ['says 552 5.3.4 to MAIL', [hello, on('MAIL', '552 5.3.4 Too large')], 'MAIL', 'MESSAGE_TOO_LARGE'],
    ['says 538 to MAIL', [hello, on('MAIL', '538 Encrypt')], 'MAIL', 'ENCRYPTION_REQUIRED'],
    ['says 530 to RCPT', [hello, on('RCPT', '530 5.7.1 Sign in')], 'RCPT', 'AUTH_REQUIRED'],
    ['says 421 to RCPT', [hello, on('RCPT', '421 Bye')], 'RCPT', 'SERVER_BUSY'],
    ['says 354 to RCPT', [hello, on('RCPT', '354 Go')], 'RCPT', 'PROTOCOL_VIOLATION'],
    [
      'says 251, no, 550 to RCPT',
      [hello, on('RCPT', '550-no', '550 5.7.1 relay')],
      'RCPT',
      'RECIPIENT_REFUSED',
    ],
    ['says 554 to DATA', [hello, on('DATA', '554 No valid recipients')], 'DATA', 'MESSAGE_REFUSED'],
    ['says 421 to DATA', [hello, on('DATA', '421 Bye')], 'DATA', 'SERVER_BUSY'],
    ['says 451 to DATA', [hello, on('DATA', '451 Later')], 'DATA', 'MESSAGE_DEFERRED'],
    ['says 334 to DATA', [hello, on('DATA', '334 ')], 'DATA', 'PROTOCOL_VIOLATION'],
    ['says 354 to the dot', [hello, on('.', '354 Go')], 'DATA', 'PROTOCOL_VIOLATION'],
    ['says 421 to the dot', [hello, on('.', '421 Bye')], 'DATA', 'MESSAGE_DEFERRED'],
    ['says 552 5.3.4 to the dot', [hello, on('.', '552 5.3.4 Too large')], 'DATA', 'MESSAGE_TOO_LARGE'],
    ['drips its answer to the dot', [hello, on('.'), sayForEver('250-x\r\n', 20)], 'DATA', 'OUTCOME_UNKNOWN'],
    [
      'floods its answer to the dot',
      [hello, on('.'), sayForEver('250-x\r\n'.repeat(1000))],
      'DATA',
      'REPLY_TOO_LONG',
    ],
    ['says nothing to AUTH', [hello, offersAuth, on('AUTH')], 'AUTH', 'REPLY_TIMED_OUT', insecure],
    ['closes on AUTH', [hello, offersAuth, on('AUTH'), hangUp()], 'AUTH', 'CONNECTION_LOST', insecure],
    ['says 421 to AUTH', [hello, offersAuth, on('AUTH', '421 Bye')], 'AUTH', 'SERVER_BUSY', insecure],
    [
      'says 432 to AUTH',
      [hello, offersAuth, on('AUTH', '432 Transition')],
      'AUTH',
      'AUTH_TEMPORARILY_UNAVAILABLE',
      insecure,
    ],
    [
      'says 534 to AUTH',
      [hello, offersAuth, on('AUTH', '534 5.7.9 App password')],
      'AUTH',
      'AUTH_REFUSED',
      insecure,
    ],
    ['says 250 to AUTH', [hello, offersAuth, on('AUTH', '250 Ok')], 'AUTH', 'PROTOCOL_VIOLATION', insecure],
    [
      'says 235 twice to AUTH',
      [hello, offersAuth, on('AUTH', '235 Ok', '235 Ok')],
      'AUTH',
      'PROTOCOL_VIOLATION',
      insecure,
    ],
    ['offers no AUTH in clear', [hello], 'AUTH', 'AUTH_NOT_OFFERED', insecure],
    [
      'offers AUTH without a mechanism',
      [hello, on('EHLO', '250-a', '250 AUTH')],
      'AUTH',
      'AUTH_MECHANISM_NOT_SUPPORTED',
      insecure,
    ],
  ])('%s: %j', async (_, script, step, code, set) => {
    expect((await run(script, set)).failure).toMatchObject({ step, code });
  });
});

describe('one AUTH exchange', () => {
  it('goes on to the next mechanism at 504, and ends when there is none', async () => {
    const script = [hello, offersAuth, ...Array.from({ length: 3 }, () => on('AUTH', '504 5.5.4 Unknown'))];
    const { failure, commands } = await run(script, insecure);
    expect(failure).toMatchObject({ step: 'AUTH', code: 'AUTH_MECHANISM_NOT_SUPPORTED', smtpCode: 504 });
    expect(commands.filter((line) => line.startsWith('AUTH')).map((line) => line.split(' ')[1])).toEqual([
      'CRAM-MD5',
      'PLAIN',
      'LOGIN',
    ]);
  });

  it('never goes on to another one at 535', async () => {
    const { commands } = await run([hello, offersAuth, on('AUTH', '535 No')], insecure);
    expect(commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  it('gives LOGIN the name and the password, and nothing to a third question', async () => {
    const login = [
      hello,
      on('EHLO', '250-a', '250 AUTH LOGIN'),
      on('AUTH', '334 VXNlcm5hbWU6'),
      on('RESPONSE', '334 UGFzc3dvcmQ6'),
      on('RESPONSE', '334 bW9yZT8='),
    ];
    const { failure, commands, transcript } = await run(login, insecure);
    expect(failure).toMatchObject({ step: 'AUTH', code: 'PROTOCOL_VIOLATION' });
    expect(commands.slice(1)).toEqual(
      ['AUTH LOGIN', USERNAME, PASSWORD].map((line, index) =>
        index === 0 ? line : Buffer.from(line).toString('base64'),
      ),
    );
    expect(transcript.filter((line) => line.startsWith('C: '))).toEqual([
      'C: EHLO postroom.example.org',
      'C: AUTH LOGIN ***',
      'C: ***',
      'C: ***',
    ]);
  });

  it('does not answer a CRAM-MD5 challenge that is none', async () => {
    const { failure, commands } = await run([hello, offersAuth, on('AUTH', '334 ')], insecure);
    expect(failure).toMatchObject({ code: 'PROTOCOL_VIOLATION' });
    expect(commands.at(-1)).toBe('AUTH CRAM-MD5');
  });

  it('keeps a digest out of the report when the server repeats it', async () => {
    let digest = '';
    const echo: ScriptStep = {
      verb: 'RESPONSE',
      act: (connection) => {
        digest = Buffer.from(connection.lastLine, 'base64').toString().split(' ').at(-1) ?? '';
        connection.answer([`535-${connection.lastLine}`, `535 ${digest}`]);
      },
    };
    const outcome = await run([hello, offersAuth, on('AUTH', '334 PDEuMkBtYWlsLnRlc3Q+'), echo], insecure);
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect(outcome.failure?.code).toBe('AUTH_REFUSED');
    expect(JSON.stringify({ ...outcome, commands: [] })).not.toContain(digest);
  });
});

describe('the commands', () => {
  const offers = on('EHLO', '250-mail.test', '250-SIZE 100000', '250-8BITMIME', '250 SMTPUTF8');
  const mailOf = ({ commands }: { commands: string[] }) => commands.find((line) => line.startsWith('MAIL'));

  it('declare the size, and what the content and the addresses need', async () => {
    const message = Buffer.from('Subject: ä\r\n\r\nä\r\n');
    expect(mailOf(await run([hello, offers], {}, { message }))).toBe(
      'MAIL FROM:<ada@example.org> SIZE=19 BODY=8BITMIME',
    );
    expect(mailOf(await run([hello, offers], {}, { from: 'ädä@example.org' }))).toContain(' SMTPUTF8');
    expect(mailOf(await run([hello, offers], {}, { to: 'ädä@example.org' }))).toContain(' SMTPUTF8');
    expect(mailOf(await run([hello, offers], {}, { needsSmtpUtf8: true }))).toContain(' SMTPUTF8');
    expect(mailOf(await run([hello, offers], {}, { to: 'bob@bücher.example' }))).not.toContain('SMTPUTF8');
  });

  it('declare nothing that the server does not offer', async () => {
    const message = Buffer.from('Subject: ä\r\n\r\nä\r\n');
    expect(mailOf(await run([hello], {}, { message }))).toBe('MAIL FROM:<ada@example.org>');
  });

  it('name this machine as the settings say, else by its full name, else by its address', async () => {
    const first = async (ehloName: string | null, machineName: string) =>
      (await run([hello], { ehloName }, {}, { machineName })).commands[0];
    expect(await first('post.example.org', 'app.example.org')).toBe('EHLO post.example.org');
    expect(await first(null, 'app.example.org')).toBe('EHLO app.example.org');
    expect(await first(null, 'app')).toBe('EHLO [127.0.0.1]');
  });

  it('write an IDN domain as A-label', async () => {
    expect((await run([hello], {}, { to: 'bob@bücher.example' })).commands).toContain(
      'RCPT TO:<bob@xn--bcher-kva.example>',
    );
  });

  it.each([{ from: 'ada@example.org>\r\nRSET' }, { to: 'bob@example.net> NOTIFY=NEVER' }])(
    'cannot be forged by an address (%j): nothing is even connected to',
    async (mail) => {
      const server = await scriptedSmtpServer([hello]);
      await expect(test(smtpSettings({ port: server.port }), aMail(mail))).rejects.toThrow(TypeError);
      expect(server.connections).toBe(0);
      await server.close();
    },
  );
});

describe('a test that goes', () => {
  const verbs = ({ commands }: { commands: string[] }) => commands.map((line) => line.split(' ')[0]);

  it('to the sign-in leaves without naming anybody', async () => {
    const outcome = await run([hello, offersAuth], insecure, {}, { depth: 'SIGN_IN' });
    expect(verbs(outcome)).toEqual(
      ['EHLO', 'AUTH', 'RESPONSE', 'QUIT'].filter((verb) => verb !== 'RESPONSE'),
    );
    expect(outcome.steps.filter(({ state }) => state === 'SKIPPED').map(({ name }) => name)).toEqual([
      'TLS',
      'STARTTLS',
      'MAIL',
      'RCPT',
      'DATA',
    ]);
  });

  it('to the recipient sends nothing, and resets', async () => {
    const outcome = await run([hello], {}, {}, { depth: 'RECIPIENT' });
    expect(verbs(outcome)).toEqual(['EHLO', 'MAIL', 'RCPT', 'RSET', 'QUIT']);
    expect(outcome).toMatchObject({ succeeded: true, acceptedReply: null });
  });

  it('the whole way tells each step as it happens, in order', async () => {
    const told: string[] = [];
    const outcome = await run(
      [hello],
      {},
      {},
      { onStep: ({ name, state }) => told.push(`${name} ${state}`) },
    );
    expect(told).toEqual([
      'DNS RUNNING',
      'DNS PASSED',
      'CONNECT RUNNING',
      'CONNECT PASSED',
      'TLS SKIPPED',
      'GREETING RUNNING',
      'GREETING PASSED',
      'EHLO RUNNING',
      'EHLO PASSED',
      'STARTTLS SKIPPED',
      'AUTH SKIPPED',
      'MAIL RUNNING',
      'MAIL PASSED',
      'RCPT RUNNING',
      'RCPT PASSED',
      'DATA RUNNING',
      'DATA PASSED',
    ]);
    expect(outcome.steps.map(({ name }) => name)).toEqual([
      'DNS',
      'CONNECT',
      'TLS',
      'GREETING',
      'EHLO',
      'STARTTLS',
      'AUTH',
      'MAIL',
      'RCPT',
      'DATA',
    ]);
    expect(outcome.acceptedReply).toBe('250 2.0.0 Ok: queued as 1');
  });
});

describe('inside TLS', () => {
  const offered = [hello, on('EHLO', '250-mail.test', '250 STARTTLS'), on('STARTTLS', '220 Go')];

  it('nothing counts that was offered in clear (RFC 3207 section 4.2)', async () => {
    const script = [
      hello,
      on('EHLO', '250-mail.test', '250-AUTH PLAIN', '250 STARTTLS'),
      on('STARTTLS', '220 Go'),
      startTls(identity),
    ];
    expect((await run(script, { ...credentials, startTls: 'ENABLED' })).failure?.code).toBe(
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
    expect(await run(script, { startTls: 'ENABLED_AND_REQUIRED', timeoutSeconds: 2 })).toMatchObject({
      succeeded: true,
    });
  });

  it('a refusal of EHLO is one of the step EHLO', async () => {
    const script = [...offered, startTls(identity), on('EHLO', '421 4.3.2 Closing')];
    const { failure, steps } = await run(script, { startTls: 'ENABLED' });
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
    expect((await run([...script], { startTls: 'ENABLED_AND_REQUIRED' })).failure).toMatchObject({
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
    expect((await run(script, { startTls: 'ENABLED' }, { message })).failure).toMatchObject({
      step: 'DATA',
      code: 'REPLY_TIMED_OUT',
    });
  });
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
    let release = () => undefined as void;
    const second = new Promise<void>((resolve) => {
      release = resolve;
    });
    const outcome = await run(
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
    const outcome = await run([say('SSH-2.0-OpenSSH_9.2\r\n')], { protocol: 'SMTPS' });
    expect(outcome.failure).toMatchObject({ step: 'TLS', code: 'TLS_HANDSHAKE_FAILED', fix: null });
    expect(JSON.stringify(outcome)).not.toContain('SSH');
  });
});

describe('a delivery', () => {
  const to = ['one@example.net', 'jõgeva@example.net', 'three@example.net'];

  it('fails the one recipient that needs SMTPUTF8, and serves the others', async () => {
    const server = await scriptedSmtpServer([hello]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), { ...aMail(), to });
    expect(recipients.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'FAILED', 'ACCEPTED']);
    expect(server.commands.filter((line) => line.startsWith('RCPT'))).toEqual([
      'RCPT TO:<one@example.net>',
      'RCPT TO:<three@example.net>',
    ]);
    await server.close();
  });

  it('defers what was not refused when the connection is lost half way', async () => {
    const server = await scriptedSmtpServer([
      hello,
      on('RCPT', '550 5.1.1 No'),
      on('RCPT', '250 Ok'),
      on('DATA'),
      hangUp(),
    ]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), {
      ...aMail(),
      to: ['one@example.net', 'two@example.net'],
    });
    expect(recipients.map(({ outcome, failure }) => [outcome, failure?.code])).toEqual([
      ['FAILED', 'RECIPIENT_REFUSED'],
      ['DEFERRED', 'CONNECTION_LOST'],
    ]);
    await server.close();
  });

  it('is never taken for accepted by words that come before the dot, while the email is being sent or recorded', async () => {
    const early = [hello, on('DATA', '354 Go'), readOnly(10), say('250 2.0.0 Accepted\r\n')];
    const whileSending = await scriptedSmtpServer(early);
    const large = { ...aMail({ message: Buffer.alloc(5_000_000, 'x\r\n') }), to: ['one@example.net'] };
    const sent = await deliver(smtpSettings({ port: whileSending.port }), large);
    const whileRecording = await scriptedSmtpServer(early);
    const recorded = await deliver(
      smtpSettings({ port: whileRecording.port }),
      { ...aMail(), to: ['one@example.net'] },
      {
        beforeDot: async ({ connection }) => {
          while (!connection.hasUnread) await new Promise(setImmediate);
        },
      },
    );
    for (const { recipients } of [sent, recorded]) {
      expect(recipients).toMatchObject([
        { outcome: 'DEFERRED', failure: { step: 'DATA', code: 'PROTOCOL_VIOLATION' } },
      ]);
    }
    for (const server of [whileSending, whileRecording]) {
      expect(server.messages).toEqual([]);
      await server.close();
    }
  });

  it('that its owner stops before the dot is not sent', async () => {
    const server = await scriptedSmtpServer([hello]);
    const beforeDot = () => Promise.reject(new Error('the lease is lost'));
    await expect(
      deliver(smtpSettings({ port: server.port }), { ...aMail(), to: ['one@example.net'] }, { beforeDot }),
    ).rejects.toThrow('the lease is lost');
    await server.emptied();
    expect(server.messages).toEqual([]);
    await server.close();
  });

  it('is uncertain only for those whose verdict was still open', async () => {
    const server = await scriptedSmtpServer([hello, on('RCPT', '550 5.1.1 No'), on('.'), hangUp()]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), {
      ...aMail(),
      to: ['one@example.net', 'two@example.net'],
    });
    expect(recipients.map(({ outcome }) => outcome)).toEqual(['FAILED', 'UNCERTAIN']);
    await server.close();
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
  expect((await run(script, { startTls: 'ENABLED_AND_REQUIRED' })).failure?.code).toBe(
    'TLS_HANDSHAKE_FAILED',
  );
});
