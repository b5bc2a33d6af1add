import { createAuthority, scriptedSmtpServer, type Authority, type ScriptStep } from '@postroom/testing';
import {
  Attempt,
  addressPolicy,
  DeliveryConnection,
  deliveryLimits,
  openSession,
  Protocol,
  quit,
  runTest,
  StartTls,
  type Session,
  systemClock,
  systemResolver,
  TestDepth,
  transact,
  TrustStore,
  unwatched,
  type AddedTrust,
  type AttemptFailure,
  type AttemptLimits,
  type OutgoingMail,
  type RecipientOutcome,
  type SmtpSettings,
  type TestMail,
  type TestOptions,
  type TestOutcome,
} from '../src/smtp/index.ts';

export const USERNAME = 'ada@example.org';
/** The canary: wherever it turns up, in whatever spelling, a secret has leaked. */
export const PASSWORD = 'k4n4ry/Pa55+wörd?';

export function smtpSettings(override: Partial<SmtpSettings> = {}): SmtpSettings {
  return {
    hostname: '127.0.0.1',
    port: 25,
    protocol: Protocol.SMTP,
    startTls: StartTls.DISABLED,
    allowInsecureAuth: false,
    timeoutSeconds: 2,
    ehloName: 'postroom.example.org',
    username: null,
    password: null,
    ...override,
  };
}

export const credentials = { username: USERNAME, password: PASSWORD };

export function aMail(override: Partial<TestMail> = {}): TestMail {
  const message = Buffer.from('From: ada@example.org\r\nSubject: Test\r\n\r\nHello\r\n..\r\n.\r\nend\r\n');
  return { from: 'ada@example.org', to: 'bob@example.net', message, ...override };
}

/** One for the whole run: making keys costs more than all that is tested with them. */
export const authority: Authority = await createAuthority();
const roots = [authority.pem];

export function test(
  settings: SmtpSettings,
  mail: TestMail = aMail(),
  options: Partial<TestOptions> = {},
): Promise<TestOutcome> {
  return runTest(settings, mail, { depth: TestDepth.SEND, roots, ...options });
}

/** A test against a server of its own that keeps to this script; a second for each reply. */
export async function converse(
  script: ScriptStep[] | ScriptStep[][],
  set: Partial<SmtpSettings> = {},
  mail: Partial<TestMail> = {},
  options: Partial<TestOptions> = {},
): Promise<TestOutcome & { commands: string[]; connections: number }> {
  const server = await scriptedSmtpServer(script);
  const settings = smtpSettings({ timeoutSeconds: 1, ...set, port: server.port });
  const outcome = await test(settings, aMail(mail), options);
  await server.close();
  return { ...outcome, commands: server.commands, connections: server.connections };
}

export interface Delivery {
  failure: AttemptFailure | null;
  recipients: RecipientOutcome[];
  downgraded: boolean;
  transcript: string[];
}

export interface DeliveryOptions {
  limits?: Partial<AttemptLimits>;
  beforeDot?: (session: Session) => Promise<void>;
}

/** Of the outbox's pool; not open yet. */
export function deliveryConnection(
  settings: SmtpSettings,
  limits: Partial<AttemptLimits> = {},
  trusted: AddedTrust = {},
): DeliveryConnection {
  return new DeliveryConnection(settings, { ...surroundings(trusted), limits });
}

function surroundings(trusted: AddedTrust = {}) {
  return {
    clock: systemClock,
    trust: new TrustStore(roots, trusted),
    policy: addressPolicy({}),
    resolver: systemResolver,
    machineName: 'localhost',
  };
}

/** One email over one connection of its own, with what was said. */
export async function deliver(
  settings: SmtpSettings,
  mail: OutgoingMail,
  { limits, beforeDot }: DeliveryOptions = {},
): Promise<Delivery> {
  const attempt = new Attempt(settings, {
    limits: { ...deliveryLimits(settings.timeoutSeconds), ...limits },
    ...surroundings(),
    progress: unwatched,
  });
  const { session, failure } = await openSession(attempt);
  const sent =
    failure === null
      ? await transact(attempt, session, mail, { beforeDot: async () => beforeDot?.(session) })
      : null;
  if (session !== null) await quit(attempt, session);
  attempt.close();
  return {
    failure: failure ?? sent?.failure ?? null,
    recipients: sent?.recipients ?? [],
    downgraded: session?.downgraded ?? false,
    transcript: attempt.transcript.lines,
  };
}

/** The canary in every spelling that a server may send back. */
export const canaries: readonly string[] = [
  PASSWORD,
  Buffer.from(PASSWORD).toString('base64'),
  Buffer.from(PASSWORD).toString('base64url'),
  Buffer.from(`\0${USERNAME}\0${PASSWORD}`).toString('base64'),
  encodeURIComponent(PASSWORD),
  Buffer.from(PASSWORD).toString('hex'),
];

export function spellingsFoundIn(text: string): string[] {
  return canaries.filter((spelling) => text.includes(spelling));
}
