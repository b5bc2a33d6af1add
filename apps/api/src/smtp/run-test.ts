import { hostname } from 'node:os';
import { addressPolicy, type AddressPolicy } from './address-policy.ts';
import { Attempt } from './attempt.ts';
import { testLimits, type AttemptLimits } from './attempt-limits.ts';
import { systemClock, type Clock } from './clock.ts';
import { systemResolver, type Resolver } from './name-resolution.ts';
import { openSession } from './open-session.ts';
import type { TlsDetails } from './presented-certificate.ts';
import { quit } from './quit.ts';
import type { RootCertificates } from './root-certificates.ts';
import type { Session } from './session.ts';
import type { AttemptFailure, SmtpFailure } from './smtp-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { TestDepth, type TestStep } from './smtp-step.ts';
import { TestProgress } from './test-progress.ts';
import { assertSendable, transact, type TransactionOutcome } from './transaction.ts';
import type { AddedTrust } from './trust-store.ts';
import { TrustStores } from './trust-stores.ts';

export interface TestMail {
  from: string;
  to: string;
  message: Buffer;
  needsSmtpUtf8?: boolean | undefined;
}

export interface TestOptions {
  depth: TestDepth;
  signal?: AbortSignal | undefined;
  /** Told each time a step changes. */
  onStep?: ((step: TestStep) => void) | undefined;
  roots: RootCertificates | readonly string[];
  /** What administrators added to the roots for this server. */
  trusted?: AddedTrust | undefined;
  /** Without it: what is always denied. */
  policy?: AddressPolicy | undefined;
  resolver?: Resolver | undefined;
  clock?: Clock | undefined;
  limits?: Partial<AttemptLimits> | undefined;
  machineName?: string | undefined;
}

export interface TestOutcome {
  succeeded: boolean;
  /** All of them, in order, the skipped ones too. */
  steps: TestStep[];
  failure: SmtpFailure | null;
  tls: TlsDetails | null;
  /** StartTLS was wanted (ENABLED), and the connection was in clear. */
  downgraded: boolean;
  acceptedReply: string | null;
  transcript: string[];
  startedAt: Date;
  durationMs: number;
}

/**
 * Does what a delivery does, as far as `depth` says, and tells each step. Never throws for what a server, a network or
 * an administrator can cause; TypeError for an address that no rule can have approved.
 */
export async function runTest(
  settings: SmtpSettings,
  mail: TestMail,
  options: TestOptions,
): Promise<TestOutcome> {
  assertSendable({ from: mail.from, to: [mail.to] });
  const clock = options.clock ?? systemClock;
  const startedAt = clock.now();
  const begunAt = clock.monotonicMs();
  const progress = new TestProgress(clock, options.onStep ?? (() => undefined));
  const attempt = new Attempt(settings, {
    limits: { ...testLimits(settings.timeoutSeconds), ...options.limits },
    clock,
    trust: TrustStores.of('pems' in options.roots ? options.roots.pems : options.roots).for(
      options.trusted ?? {},
    ),
    policy: options.policy ?? addressPolicy({}),
    resolver: options.resolver ?? systemResolver,
    progress,
    machineName: options.machineName ?? hostname(),
    signal: options.signal,
  });

  const opening = await openSession(attempt);
  const { session } = opening;
  const sent =
    opening.failure === null ? await sendAsFarAsAsked(attempt, opening.session, mail, options.depth) : null;
  const failure = opening.failure ?? sent?.failure ?? null;
  // Told before the goodbye, which may take a second.
  if (failure !== null) progress.fail(failure.step, failure.message);
  if (session !== null) await quit(attempt, session);
  attempt.close();

  return {
    succeeded: failure === null,
    steps: progress.finish(failure === null ? 'the test goes no further' : 'not reached'),
    failure: failure === null ? null : withoutOutcome(failure),
    tls: session?.tls ?? null,
    downgraded: session?.downgraded ?? false,
    acceptedReply: sent?.acceptedReply ?? null,
    transcript: attempt.transcript.lines,
    startedAt,
    durationMs: Math.round(clock.monotonicMs() - begunAt),
  };
}

async function sendAsFarAsAsked(
  attempt: Attempt,
  session: Session,
  mail: TestMail,
  depth: TestDepth,
): Promise<TransactionOutcome | null> {
  if (depth === TestDepth.SIGN_IN) return null;
  const untilRecipients = depth === TestDepth.RECIPIENT;
  return transact(attempt, session, { ...mail, to: [mail.to] }, { untilRecipients });
}

function withoutOutcome({ email: _, ...failure }: AttemptFailure): SmtpFailure {
  return failure;
}
