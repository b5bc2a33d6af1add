import {
  awaitBytes,
  fallSilent,
  greet,
  on,
  readOnly,
  scriptedSmtpServer,
  startTls,
  type ScriptedSmtpServer,
  type ScriptStep,
} from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { aMail, authority, credentials, smtpSettings, test } from '../../testing/smtp-fixtures.ts';
import type { SmtpSettings, SmtpStep, TestMail } from './index.ts';

const identity = await authority.issue();
const hello = greet('220 mail.test');
const offersTls = on('EHLO', '250-mail.test', '250 STARTTLS');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN');

interface Standstill {
  step: SmtpStep;
  script: ScriptStep[];
  /** The command that the server leaves unanswered; without it the step alone is the sign. */
  verb?: string;
  settings?: Partial<SmtpSettings>;
  mail?: Partial<TestMail>;
}

const standstills: Standstill[] = [
  { step: 'GREETING', script: [] },
  { step: 'EHLO', script: [hello, on('EHLO')], verb: 'EHLO' },
  {
    step: 'STARTTLS',
    script: [hello, offersTls, on('STARTTLS')],
    verb: 'STARTTLS',
    settings: { startTls: 'ENABLED' },
  },
  {
    step: 'STARTTLS',
    script: [hello, offersTls, on('STARTTLS', '220 Go'), awaitBytes(), fallSilent()],
    verb: 'STARTTLS',
    settings: { startTls: 'ENABLED' },
  },
  {
    step: 'AUTH',
    script: [hello, offersTls, on('STARTTLS', '220 Go'), startTls(identity), offersAuth, on('AUTH')],
    verb: 'AUTH',
    settings: { startTls: 'ENABLED', ...credentials },
  },
  { step: 'MAIL', script: [hello, on('MAIL')], verb: 'MAIL' },
  { step: 'RCPT', script: [hello, on('RCPT')], verb: 'RCPT' },
  { step: 'DATA', script: [hello, on('DATA')], verb: 'DATA' },
  {
    step: 'DATA',
    script: [hello, on('DATA', '354 Go'), readOnly(65_536)],
    verb: 'DATA',
    mail: { message: Buffer.alloc(5_000_000, 'x\r\n') },
  },
];

/** The outcome of a test that was cancelled as soon as it stood there. */
async function cancelledAt({ step, verb, settings, mail }: Standstill, server: ScriptedSmtpServer) {
  const stopping = new AbortController();
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const testing = test(smtpSettings({ timeoutSeconds: 60, port: server.port, ...settings }), aMail(mail), {
    signal: stopping.signal,
    onStep: (told) => {
      if (told.name === step && told.state === 'RUNNING') reach();
    },
  });
  await reached;
  if (verb !== undefined) await server.sees(verb);
  stopping.abort();
  return testing;
}

describe.concurrent('cancelling a test', () => {
  it.each(standstills)('ends it at once where it stands: $step', async (standstill) => {
    const server = await scriptedSmtpServer(standstill.script);
    const outcome = await cancelledAt(standstill, server);
    expect(outcome.failure).toMatchObject({ step: standstill.step, code: 'CANCELLED' });
    expect(outcome.durationMs).toBeLessThan(10_000);
    await server.close();
  });

  it('ends it within a handshake of SMTPS', async () => {
    const server = await scriptedSmtpServer([]);
    const outcome = await cancelledAt({ step: 'TLS', script: [], settings: { protocol: 'SMTPS' } }, server);
    expect(outcome.failure).toMatchObject({ step: 'TLS', code: 'CANCELLED' });
    await server.close();
  });

  it('ends it within a look-up that never answers', async () => {
    const stopping = new AbortController();
    const resolver = () => {
      queueMicrotask(() => {
        stopping.abort();
      });
      return new Promise<never>(() => undefined);
    };
    const outcome = await test(smtpSettings({ hostname: 'mail.example.org' }), aMail(), {
      resolver,
      signal: stopping.signal,
    });
    expect(outcome.failure).toMatchObject({ step: 'DNS', code: 'CANCELLED' });
  });

  it('before it begins connects to nobody', async () => {
    const server = await scriptedSmtpServer([hello]);
    const outcome = await test(smtpSettings({ port: server.port }), aMail(), { signal: AbortSignal.abort() });
    expect(outcome.failure).toMatchObject({ step: 'DNS', code: 'CANCELLED' });
    expect(server.connections).toBe(0);
    await server.close();
  });

  it('says that the email may arrive where the dot is written', async () => {
    const script = [hello, on('.')];
    const server = await scriptedSmtpServer(script);
    const stopping = new AbortController();
    const testing = test(smtpSettings({ timeoutSeconds: 60, port: server.port }), aMail(), {
      signal: stopping.signal,
    });
    await server.receives(1);
    stopping.abort();
    expect((await testing).failure).toMatchObject({
      step: 'DATA',
      code: 'CANCELLED',
      message: expect.stringContaining('may arrive') as string,
    });
    await server.close();
  });

  it('after its end changes nothing', async () => {
    const server = await scriptedSmtpServer([hello, on('QUIT')]);
    const stopping = new AbortController();
    const testing = test(smtpSettings({ port: server.port }), aMail(), { signal: stopping.signal });
    await server.sees('QUIT');
    stopping.abort();
    expect(await testing).toMatchObject({ succeeded: true });
    await server.close();
  });
});
