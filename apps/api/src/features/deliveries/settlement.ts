import {
  EmailOutcome,
  SmtpFailureCode,
  type AttemptFailure,
  type RecipientOutcome,
} from '../../smtp/index.ts';
import {
  EmailEvent,
  EmailState,
  finalState,
  type EmailFailure,
  type StoredRecipient,
} from '../emails/index.ts';
import { outboxFailures } from './outbox-failure.ts';
import { retryDelaySeconds } from './retry-schedule.ts';

/** What can become of an email when its attempt ends. */
export const SETTLING_EVENTS = [
  EmailEvent.ACCEPT,
  EmailEvent.DEFER,
  EmailEvent.HOLD,
  EmailEvent.REFUSE,
  EmailEvent.LOSE_VERDICT,
] as const;

/** How an attempt ended. */
export interface Settlement {
  id: string;
  fence: number;
  event: (typeof SETTLING_EVENTS)[number];
  state: EmailState;
  recipients: StoredRecipient[];
  /** Seconds to the next try; null = none comes by itself. */
  delaySeconds: number | null;
  /** It may have been sent, and is to be tried again. */
  possibleDuplicate: boolean;
  /** It failed by a fault of ours, before the final dot. */
  hasCrashed: boolean;
  /** null = no attempt was made. */
  attempt: SettledAttempt | null;
}

export interface SettledAttempt {
  durationMs: number;
  tlsVersion: string | null;
  downgraded: boolean;
  reply: string | null;
  failure: EmailFailure | null;
}

/** What is known of an email when its attempt ends. */
export interface AttemptedEmail {
  id: string;
  fence: number;
  recipients: readonly StoredRecipient[];
  deferralCount: number;
  crashCount: number;
  secondsLeft: number;
}

export interface SettlementOptions {
  /** RETRY_UNCERTAIN: an email that may have been sent is tried again. */
  retryUncertain: boolean;
  /** From 0 to 1. */
  random: number;
}

/** A fault of ours may come so often before the email is put aside. */
const MOST_CRASHES = 3;

const EVENT_OF = {
  ACCEPTED: EmailEvent.ACCEPT,
  FAILED: EmailEvent.REFUSE,
  UNCERTAIN: EmailEvent.LOSE_VERDICT,
} as const;

/** What becomes of an email by what its server said to each of its open recipients. */
export function settlementOf(
  email: AttemptedEmail,
  outcomes: readonly RecipientOutcome[],
  attempt: SettledAttempt,
  { retryUncertain, random }: SettlementOptions,
): Settlement {
  const told = new Map(outcomes.map((each) => [each.address, each]));
  const recipients = email.recipients.map((recipient) => {
    const outcome = recipient.outcome === null ? told.get(recipient.address) : undefined;
    return outcome === undefined ? recipient : afterOutcome(recipient, outcome, retryUncertain);
  });
  const isHeld = outcomes.some(({ outcome }) => outcome === EmailOutcome.HELD);
  const isUncertain = outcomes.some(({ outcome }) => outcome === EmailOutcome.UNCERTAIN);
  const base = { ...begin(email), attempt, possibleDuplicate: retryUncertain && isUncertain };
  if (isHeld) return { ...base, event: EmailEvent.HOLD, state: EmailState.HELD, recipients };
  return deferOrEnd(email, base, recipients, random);
}

/** The whole email meets the same fate before any recipient was named: the connection failed. */
export function sharedFailure(
  email: AttemptedEmail,
  failure: AttemptFailure,
  attempt: SettledAttempt,
  options: SettlementOptions,
): Settlement {
  const outcome = failure.email ?? EmailOutcome.DEFERRED;
  const outcomes = email.recipients.map(({ address }) => ({ address, outcome, reply: null, failure }));
  return settlementOf(email, outcomes, attempt, options);
}

/** Its lifetime was over before it could be tried. */
export function expired(email: AttemptedEmail): Settlement {
  return refused(email, outboxFailures.expired, null);
}

/** What was stored cannot be read. */
export function unreadable(email: AttemptedEmail, attempt: Omit<SettledAttempt, 'failure'>): Settlement {
  return refused(email, outboxFailures.unreadable, { ...attempt, failure: outboxFailures.unreadable });
}

/** Nothing could be tried, by no fault of the email or of its server. */
export function deferred(
  email: AttemptedEmail,
  failure: EmailFailure,
  attempt: Omit<SettledAttempt, 'failure'>,
  random: number,
): Settlement {
  return deferOrEnd(
    email,
    { ...begin(email), attempt: { ...attempt, failure } },
    [...email.recipients],
    random,
  );
}

/** The final dot may have left, and nobody listens for the answer any more. `told`: whom the server had answered for before. */
export function verdictLost(
  email: AttemptedEmail,
  told: readonly RecipientOutcome[],
  attempt: Omit<SettledAttempt, 'failure'>,
  options: SettlementOptions,
): Settlement {
  const failure = outboxFailures.workerLost;
  const lost = email.recipients
    .filter(({ address }) => !told.some((each) => each.address === address))
    .map(({ address }) => ({
      address,
      outcome: EmailOutcome.UNCERTAIN,
      reply: null,
      failure: { ...failure, code: SmtpFailureCode.OUTCOME_UNKNOWN, email: EmailOutcome.UNCERTAIN },
    }));
  return settlementOf(email, [...told, ...lost], { ...attempt, failure }, options);
}

/** An error of ours, before the final dot: three times, and the email is put aside so that the queue goes on. */
export function crashed(
  email: AttemptedEmail,
  attempt: Omit<SettledAttempt, 'failure'>,
  random: number,
): Settlement {
  const failure = outboxFailures.crashed;
  if (email.crashCount + 1 >= MOST_CRASHES) return refused(email, failure, { ...attempt, failure });
  const base = { ...begin(email), attempt: { ...attempt, failure }, hasCrashed: true };
  return deferOrEnd(email, base, [...email.recipients], random);
}

function begin({ id, fence }: AttemptedEmail) {
  return { id, fence, delaySeconds: null, possibleDuplicate: false, hasCrashed: false };
}

function afterOutcome(
  { address }: StoredRecipient,
  { outcome, reply, failure }: RecipientOutcome,
  retryUncertain: boolean,
): StoredRecipient {
  const isOpen =
    outcome === EmailOutcome.DEFERRED ||
    outcome === EmailOutcome.HELD ||
    (outcome === EmailOutcome.UNCERTAIN && retryUncertain);
  return { address, outcome: isOpen ? null : outcome, reply, failure: failure && withoutOutcome(failure) };
}

function deferOrEnd(
  email: AttemptedEmail,
  base: Omit<Settlement, 'event' | 'state' | 'recipients'>,
  recipients: StoredRecipient[],
  random: number,
): Settlement {
  if (recipients.every(({ outcome }) => outcome !== null)) return end(base, recipients);
  const delaySeconds = retryDelaySeconds(email.deferralCount + 1, random);
  if (delaySeconds >= email.secondsLeft) return end(base, givenUp(recipients, outboxFailures.expired));
  return { ...base, event: EmailEvent.DEFER, state: EmailState.DEFERRED, recipients, delaySeconds };
}

function refused(email: AttemptedEmail, failure: EmailFailure, attempt: SettledAttempt | null): Settlement {
  return end({ ...begin(email), attempt }, givenUp(email.recipients, failure));
}

function end(
  base: Omit<Settlement, 'event' | 'state' | 'recipients'>,
  recipients: StoredRecipient[],
): Settlement {
  const state = finalState(recipients);
  return { ...base, event: EVENT_OF[state], state, recipients };
}

/** Open recipients fail; what the server last said stays. */
function givenUp(recipients: readonly StoredRecipient[], failure: EmailFailure): StoredRecipient[] {
  return recipients.map((recipient) =>
    recipient.outcome === null ? { ...recipient, outcome: EmailState.FAILED, failure } : recipient,
  );
}

export function withoutOutcome({ email: _, ...failure }: AttemptFailure): EmailFailure {
  return failure;
}
