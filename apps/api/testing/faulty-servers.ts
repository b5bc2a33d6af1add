// One server for each row of vectors/smtp-faults.json, with what the row's note says about the wire.
import {
  awaitBytes,
  expired,
  fallSilent,
  greet,
  hangUp,
  on,
  readOnly,
  reset,
  say,
  sayForEver,
  scriptedSmtpServer,
  selfSigned,
  startTls,
  type ScriptedSmtpServer,
  type ScriptedSmtpServerOptions,
  type ScriptStep,
} from '@postroom/testing';
import { expect } from 'vitest';
import type { TestMail, TestOutcome } from '../src/smtp/index.ts';
import { aMail, authority, canaries, smtpSettings, test, type Delivery } from './smtp-fixtures.ts';

export interface FaultyServer {
  server: ScriptedSmtpServer;
  mail?: Partial<TestMail>;
  /** For the delivery; the test has one. */
  recipients?: string[];
  /** It does not even see that the client is gone. */
  readsNoMore?: true;
  /** The facts of the row's note. */
  proves?: (outcome: TestOutcome, server: ScriptedSmtpServer) => void | Promise<void>;
  provesDelivery?: (delivery: Delivery, server: ScriptedSmtpServer) => void | Promise<void>;
}

const identity = await authority.issue();
const own = await selfSigned();
const fiveMegabytes = {
  message: Buffer.from(`Subject: large\r\n\r\n${'0123456789abcdef\r\n'.repeat(300_000)}`),
};
const hello = greet('220 mail.test ESMTP');

/** Greets, offers STARTTLS and does it; `inside` is what comes after. */
const encrypted = (inside: ScriptStep[] = [], certificate = identity) => [
  hello,
  on('EHLO', '250-mail.test', '250 STARTTLS'),
  on('STARTTLS', '220 2.0.0 Ready'),
  startTls(certificate),
  ...inside,
];
const offersPlain = on('EHLO', '250-mail.test', '250 AUTH PLAIN LOGIN');

type Extra = Omit<FaultyServer, 'server'>;
const scripted =
  (steps: ScriptStep[], extra: Extra = {}) =>
  async (options: Pick<ScriptedSmtpServerOptions, 'offers'> = {}) => ({
    server: await scriptedSmtpServer(steps, options),
    ...extra,
  });

const deliveredOnce = (_: unknown, server: ScriptedSmtpServer) => {
  expect(server.messages).toHaveLength(1);
};
const nothingSent = (_: unknown, server: ScriptedSmtpServer) => {
  expect(server.commands.filter((line) => /^(MAIL|RCPT|DATA)/.test(line))).toEqual([]);
};
const noAuth = (_: unknown, server: ScriptedSmtpServer) => {
  expect(server.commands.filter((line) => line.startsWith('AUTH'))).toEqual([]);
};
const downgradedAndDeliveredOnce = (outcome: TestOutcome, server: ScriptedSmtpServer) => {
  expect(outcome).toMatchObject({ downgraded: true, tls: null });
  deliveredOnce(outcome, server);
};

export const faultyServers: Readonly<
  Partial<Record<string, (options?: Pick<ScriptedSmtpServerOptions, 'offers'>) => Promise<FaultyServer>>>
> = {
  F01: async () => {
    const server = await scriptedSmtpServer([]);
    await server.close();
    return { server };
  },
  F02: scripted([]),
  F03: async (options) => ({
    server: await scriptedSmtpServer([], { ...options, implicitTls: identity }),
    proves: ({ failure }, server) => {
      expect(failure?.fix).toEqual({ protocol: 'SMTPS' });
      expect(server.connections).toBe(2);
    },
  }),
  F04: scripted([hello], {
    proves: ({ failure }) => {
      expect(failure?.fix).toEqual({ protocol: 'SMTP', startTls: 'ENABLED_AND_REQUIRED' });
    },
  }),
  F05: scripted([hangUp()]),
  F06: scripted([greet('421 4.3.2 Not now'), hangUp()]),
  F07: scripted([greet('554 5.7.1 Not you')]),
  F08: scripted([say('SSH-2.0-OpenSSH_9.2\r\n')]),
  F09: scripted([say('220 x'), sayForEver('y', 400)]),
  F10: scripted([say('220 '), say(Buffer.alloc(1_000_000, 'x'))]),
  F11: scripted([sayForEver('\r\n'.repeat(100))]),
  F12: scripted(
    [
      say(Buffer.from('220-a\0b \x1b[31mred <script>alert(1)</script>\r\n220-\u202Eetihw \xff\r\n', 'utf8')),
      say(Buffer.from([0x32, 0x32, 0x30, 0x20, 0xc3, 0x28, 0xff, 0x0d, 0x0a])),
    ],
    {
      proves: ({ transcript, steps }) => {
        const told = JSON.stringify({ transcript, steps });
        expect(told).toContain('<script>alert(1)</script>');
        expect(told).not.toMatch(/\\u0000|\\u001b|\u202E/);
      },
    },
  ),
  F13: scripted([hello, on('EHLO', '502 5.5.1 What?')], { proves: deliveredOnce }),
  F14: scripted([hello, on('EHLO', '502 5.5.1 What?')], { proves: nothingSent }),
  F15: scripted([hello], { proves: nothingSent }),
  F16: scripted([hello], { proves: downgradedAndDeliveredOnce }),
  F17: scripted([hello, offersPlain], { proves: noAuth, provesDelivery: noAuth }),
  F18: scripted([hello, on('EHLO', '250-mail.test', '250 STARTTLS'), on('STARTTLS', '454 4.7.0 Later')], {
    proves: nothingSent,
  }),
  F19: scripted([hello, on('EHLO', '250-mail.test', '250 STARTTLS'), on('STARTTLS', '454 4.7.0 Later')], {
    proves: (outcome, server) => {
      downgradedAndDeliveredOnce(outcome, server);
      expect(server.connections).toBe(1);
    },
  }),
  F20: scripted([hello, on('EHLO', '250-mail.test', '250 STARTTLS'), on('STARTTLS', '220 Go'), hangUp()], {
    proves: nothingSent,
  }),
  F21: async (options) => ({
    server: await scriptedSmtpServer(
      [
        [hello, on('EHLO', '250-mail.test', '250 STARTTLS'), on('STARTTLS', '220 Go'), hangUp()],
        [greet('220 second'), on('EHLO', '250-mail.test', '250 STARTTLS')],
      ],
      options,
    ),
    proves: (outcome, server) => {
      downgradedAndDeliveredOnce(outcome, server);
      expect(server.connections).toBe(2);
      expect(outcome.transcript).toEqual(expect.arrayContaining(['S: 220 mail.test ESMTP', 'S: 220 second']));
      expect(outcome.steps.find(({ name }) => name === 'GREETING')?.detail).toBe('220 second');
    },
  }),
  F22: scripted(
    [
      hello,
      on('EHLO', '250-mail.test', '250 STARTTLS'),
      on('STARTTLS', '220 Go'),
      awaitBytes(),
      say('no TLS here\r\n'),
    ],
    { proves: downgradedAndDeliveredOnce },
  ),
  F23: scripted(
    [
      hello,
      on('EHLO', '250-mail.test', '250 STARTTLS'),
      on('STARTTLS'),
      say('220 Go\r\n250 injected\r\n'),
      startTls(identity),
    ],
    {
      proves: (outcome, server) => {
        deliveredOnce(outcome, server);
        expect(outcome.tls?.verified).toBe(true);
        expect(JSON.stringify(outcome)).not.toContain('injected');
      },
    },
  ),
  F24: scripted(encrypted([], own), {
    proves: async (outcome, server) => {
      nothingSent(outcome, server);
      const sha256 = outcome.tls?.certificate?.sha256 ?? '';
      expect(sha256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
      expect(outcome.failure?.fix).toEqual({ trustSha256: sha256 });
      const mended = smtpSettings({ port: server.port, startTls: 'ENABLED_AND_REQUIRED' });
      expect(await test(mended, aMail(), { trusted: { sha256: [sha256] } })).toMatchObject({
        succeeded: true,
        tls: { verified: true },
      });
    },
  }),
  F25: scripted(encrypted([], own), {
    proves: (outcome, server) => {
      expect(outcome).toMatchObject({ downgraded: false, tls: { verified: false } });
      expect(server.clear.toString()).not.toContain('MAIL FROM');
      deliveredOnce(outcome, server);
    },
  }),
  F26: scripted(encrypted([offersPlain], own), {
    proves: (outcome, server) => {
      noAuth(outcome, server);
      expect(outcome.failure?.fix).toEqual({ trustSha256: outcome.tls?.certificate?.sha256 });
    },
  }),
  F27: async (options) =>
    scripted(encrypted([], await authority.issue(expired)), { proves: nothingSent })(options),
  F28: async (options) => ({
    server: await scriptedSmtpServer([hello], {
      ...options,
      implicitTls: await authority.issue({ names: ['other.example'] }),
    }),
    proves: nothingSent,
  }),
  F29: async (options) => ({
    server: await scriptedSmtpServer([hello], {
      ...options,
      implicitTls: { ...identity, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    }),
  }),
  F30: scripted(encrypted(), { proves: nothingSent }),
  F31: scripted(encrypted([on('EHLO', '250-mail.test', '250 AUTH XOAUTH2 GSSAPI')]), { proves: noAuth }),
  F32: scripted(encrypted([offersPlain, on('AUTH', '535 5.7.8 Bad credentials')]), {
    proves: (_, server) => {
      expect(server.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
    },
  }),
  F33: scripted(encrypted([offersPlain, on('AUTH', '454 4.7.0 Directory is down')])),
  F34: scripted(
    encrypted([offersPlain, on('AUTH', '334 '), ...Array.from({ length: 20 }, () => on('RESPONSE', '334 '))]),
  ),
  F35: scripted(
    encrypted([
      offersPlain,
      on('AUTH', ...canaries.map((c, i, all) => `535${i + 1 < all.length ? '-' : ' '}5.7.8 ${c}`)),
    ]),
  ),
  F36: scripted(
    [
      hello,
      on('EHLO', '250-mail.test', '250 STARTTLS'),
      on('MAIL', '530 5.7.0 Must issue a STARTTLS command first'),
    ],
    {
      proves: ({ failure }) => {
        expect(failure?.fix).toEqual({ startTls: 'ENABLED_AND_REQUIRED' });
      },
    },
  ),
  F37: scripted([hello, offersPlain, on('MAIL', '530 5.7.0 Authentication required')]),
  F38: scripted([hello, on('MAIL', '550 5.7.60 Not your address')]),
  F39: scripted([hello, on('RCPT', '451 4.7.1 Greylisted')]),
  F40: scripted([hello, on('RCPT', '550 5.1.1 No such user')]),
  F41: scripted(
    [hello, on('RCPT', '250 Ok'), on('RCPT', '550 5.1.1 No such user'), on('RCPT', '451 4.7.1 Later')],
    {
      recipients: ['one@example.net', 'two@example.net', 'three@example.net'],
      provesDelivery: ({ recipients }) => {
        expect(recipients.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'FAILED', 'DEFERRED']);
      },
    },
  ),
  F42: scripted([hello, on('EHLO', '250-mail.test', '250 SIZE 50')], { proves: nothingSent }),
  F43: scripted([hello, on('DATA', '250 Ok')], {
    proves: (_, server) => {
      expect(server.clear.toString()).not.toContain('Subject');
    },
  }),
  F44: scripted([hello, on('DATA', '354 Go', '250 2.0.0 Accepted')], {
    proves: (outcome, server) => {
      expect(outcome.acceptedReply).toBeNull();
      expect(server.clear.toString()).not.toContain('\r\n.\r\n');
    },
  }),
  F45: scripted([hello, on('.', '554 5.7.1 Spam')]),
  F46: scripted([hello, on('.', '451 4.3.0 Disk full')]),
  F47: scripted([hello, on('.'), hangUp()]),
  F48: scripted([hello, on('DATA', '354 Go'), readOnly(65_536), reset()], { mail: fiveMegabytes }),
  F49: scripted([hello, on('.', '250-maybe', '550 no')]),
  F50: scripted([hello, on('QUIT')], {
    proves: (outcome, server) => {
      deliveredOnce(outcome, server);
      expect(outcome.durationMs).toBeLessThan(1900);
    },
  }),
  F51: scripted([hello, on('.', '2banana')]),
  F52: scripted([hello], { mail: { to: 'j\u00f5geva@example.org' }, proves: nothingSent }),
  F53: scripted([hello, on('DATA', '354 Go'), readOnly(65_536), fallSilent()], {
    mail: fiveMegabytes,
    readsNoMore: true,
  }),
  F54: scripted([hello, on('DATA', '354 Go'), readOnly(65_536), say('552 5.3.4 Too large\r\n'), hangUp()], {
    mail: fiveMegabytes,
  }),
  F55: scripted(encrypted([offersPlain]), { proves: noAuth }),
  F56: scripted([hello, on('.')]),
};
