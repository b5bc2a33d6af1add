import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { ServerIdentity } from './authority.ts';

export const SinkSecurity = { CLEAR: 'CLEAR', STARTTLS: 'STARTTLS', SMTPS: 'SMTPS' } as const;
export type SinkSecurity = (typeof SinkSecurity)[keyof typeof SinkSecurity];

export interface SunkMail {
  from: string;
  to: readonly string[];
  /** The message as it came, dots unstuffed. */
  raw: Buffer;
  /** Came inside TLS. */
  isEncrypted: boolean;
  /** The user name it was sent with. */
  username: string | null;
}

export interface MailSink {
  port: number;
  mails: readonly SunkMail[];
  /** Sign-ins tried, right and wrong. */
  signIns: number;
  /** Set by the test: every recipient is refused for good. */
  isRefusing: boolean;
  /** The nth mail (the first = 1), as soon as it is there. */
  waitForMail(count?: number): Promise<SunkMail>;
  close(): Promise<void>;
}

export interface MailSinkOptions {
  security?: SinkSecurity;
  /** Needed for STARTTLS and SMTPS. */
  identity?: ServerIdentity;
  /** Without them nobody needs to sign in. */
  credentials?: { username: string; password: string };
  port?: number;
}

/** A real SMTP server that keeps every mail it is given. */
export async function mailSink(options: MailSinkOptions = {}): Promise<MailSink> {
  const security = options.security ?? SinkSecurity.CLEAR;
  const { credentials } = options;
  const mails: SunkMail[] = [];
  const waiting: { count: number; resolve: (mail: SunkMail) => void }[] = [];
  const sink = { port: 0, mails, signIns: 0, isRefusing: false };

  const settings: SMTPServerOptions = {
    ...options.identity,
    secure: security === SinkSecurity.SMTPS,
    disabledCommands: [
      ...(security === SinkSecurity.STARTTLS ? [] : ['STARTTLS']),
      ...(credentials === undefined ? ['AUTH'] : []),
    ],
    authOptional: credentials === undefined,
    authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
    disableReverseLookup: true,
    onAuth(auth, _session, done) {
      sink.signIns += 1;
      const isRight =
        credentials !== undefined &&
        auth.username === credentials.username &&
        (auth.password === undefined
          ? auth.validatePassword(credentials.password)
          : auth.password === credentials.password);
      if (isRight) done(null, { user: auth.username });
      else done(new Error('Invalid username or password'));
    },
    onRcptTo(_address, _session, done) {
      done(
        sink.isRefusing ? Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }) : null,
      );
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts),
          isEncrypted: session.secure,
          username: session.user ?? null,
        });
        for (const { count, resolve } of waiting) {
          const mail = mails[count - 1];
          if (mail !== undefined) resolve(mail);
        }
        done();
      });
    },
  };

  const server = new SMTPServer(settings);
  // A client that breaks a handshake is the test's business, not a crash of the sink.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve()));
  sink.port = (server.server.address() as AddressInfo).port;

  return Object.assign(sink, {
    waitForMail: (count = 1) =>
      new Promise<SunkMail>((resolve) => {
        const mail = mails[count - 1];
        if (mail === undefined) waiting.push({ count, resolve });
        else resolve(mail);
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
