import { describe, expect, it } from 'vitest';
import { EmailOutcome, type AttemptFailure, type RecipientOutcome } from '../../smtp/index.ts';
import type { StoredRecipient } from '../emails/index.ts';
import { outboxFailures } from './outbox-failure.ts';
import {
  crashed,
  deferred,
  expired,
  settlementOf,
  sharedFailure,
  unreadable,
  verdictLost,
  type AttemptedEmail,
} from './settlement.ts';

const DAY = 86_400;
const options = { retryUncertain: false, random: 0.5 };
const attempt = { durationMs: 5, tlsVersion: null, downgraded: false, reply: null };
const settled = { ...attempt, failure: null };

const open = (address: string): StoredRecipient => ({ address, outcome: null, reply: null, failure: null });

function anEmail(override: Partial<AttemptedEmail> = {}): AttemptedEmail {
  return {
    id: '019cac1d-07eb-7abc-8def-0123456789ab',
    fence: 1,
    recipients: [open('a'), open('b'), open('c')],
    deferralCount: 0,
    crashCount: 0,
    secondsLeft: 5 * DAY,
    ...override,
  };
}

const { failure: aFailure } = {
  failure: { ...outboxFailures.workerLost, code: 'RECIPIENT_DEFERRED', email: null },
};

/** What a server said of `a`, `b`, `c`. */
function told(...outcomes: (EmailOutcome | null)[]): RecipientOutcome[] {
  return outcomes.flatMap((outcome, index) => {
    if (outcome === null) return [];
    const failure = outcome === EmailOutcome.ACCEPTED ? null : { ...aFailure, email: outcome };
    return [
      {
        address: 'abc'[index]!,
        outcome,
        reply: `said ${outcome}`,
        failure: failure as AttemptFailure | null,
      },
    ];
  });
}

describe('what becomes of an email by what its server said of each recipient', () => {
  const { ACCEPTED, DEFERRED, FAILED, HELD, UNCERTAIN } = EmailOutcome;
  it.each([
    [[ACCEPTED, ACCEPTED, ACCEPTED], 'ACCEPT', 'ACCEPTED', [ACCEPTED, ACCEPTED, ACCEPTED]],
    [[ACCEPTED, FAILED, FAILED], 'ACCEPT', 'ACCEPTED', [ACCEPTED, FAILED, FAILED]],
    [[FAILED, FAILED, FAILED], 'REFUSE', 'FAILED', [FAILED, FAILED, FAILED]],
    [[ACCEPTED, FAILED, DEFERRED], 'DEFER', 'DEFERRED', [ACCEPTED, FAILED, null]],
    [[FAILED, FAILED, DEFERRED], 'DEFER', 'DEFERRED', [FAILED, FAILED, null]],
    [[HELD, HELD, HELD], 'HOLD', 'HELD', [null, null, null]],
    [[FAILED, HELD, DEFERRED], 'HOLD', 'HELD', [FAILED, null, null]],
    [[UNCERTAIN, UNCERTAIN, UNCERTAIN], 'LOSE_VERDICT', 'UNCERTAIN', [UNCERTAIN, UNCERTAIN, UNCERTAIN]],
    [[FAILED, UNCERTAIN, UNCERTAIN], 'LOSE_VERDICT', 'UNCERTAIN', [FAILED, UNCERTAIN, UNCERTAIN]],
    [[DEFERRED, UNCERTAIN, FAILED], 'DEFER', 'DEFERRED', [null, UNCERTAIN, FAILED]],
  ] as const)('%j: %s, %s, %j', (outcomes, event, state, recipients) => {
    const settlement = settlementOf(anEmail(), told(...outcomes), settled, options);
    expect(settlement).toMatchObject({ event, state });
    expect(settlement.recipients.map(({ outcome }) => outcome)).toEqual(recipients);
    expect(settlement.delaySeconds === null).toBe(event !== 'DEFER');
  });

  it('leaves alone those of earlier tries', () => {
    const done: StoredRecipient = { address: 'a', outcome: 'ACCEPTED', reply: 'earlier', failure: null };
    const email = anEmail({ recipients: [done, open('b')] });
    const settlement = settlementOf(email, told('FAILED', 'FAILED'), settled, options);
    expect(settlement.recipients[0]).toEqual(done);
    expect(settlement.state).toBe('ACCEPTED');
  });

  it('keeps the last words to each recipient', () => {
    const { recipients } = settlementOf(anEmail(), told('ACCEPTED', 'DEFERRED', 'FAILED'), settled, options);
    expect(recipients.map(({ reply }) => reply)).toEqual(['said ACCEPTED', 'said DEFERRED', 'said FAILED']);
  });
});

describe('the next try', () => {
  it('comes by the schedule', () => {
    const delays = [0, 1, 2, 8, 30].map(
      (deferralCount) =>
        settlementOf(anEmail({ deferralCount }), told('DEFERRED'), settled, options).delaySeconds,
    );
    expect(delays.map((delay) => Math.round((delay ?? 0) / 60))).toEqual([1, 2, 4, 240, 240]);
  });

  it('does not come after the lifetime: whoever is still open has failed for want of time', () => {
    const settlement = settlementOf(
      anEmail({ secondsLeft: 59 }),
      told('ACCEPTED', 'DEFERRED', 'FAILED'),
      settled,
      options,
    );
    expect(settlement).toMatchObject({ event: 'ACCEPT', state: 'ACCEPTED', delaySeconds: null });
    expect(settlement.recipients.map(({ failure }) => failure?.code)).toEqual([
      undefined,
      'EXPIRED',
      'RECIPIENT_DEFERRED',
    ]);
  });

  it('does not come after the lifetime for anybody', () => {
    const failed = settlementOf(
      anEmail({ secondsLeft: 59 }),
      told('DEFERRED', 'DEFERRED', 'DEFERRED'),
      settled,
      options,
    );
    expect(failed).toMatchObject({ event: 'REFUSE', state: 'FAILED' });
  });
});

describe('an outcome that is unknown', () => {
  const retry = { ...options, retryUncertain: true };

  it('is a matter for a person', () => {
    const settlement = settlementOf(anEmail(), told('UNCERTAIN', 'UNCERTAIN', 'UNCERTAIN'), settled, options);
    expect(settlement).toMatchObject({ state: 'UNCERTAIN', possibleDuplicate: false });
  });

  it('is tried again with RETRY_UNCERTAIN, and marked', () => {
    const settlement = settlementOf(anEmail(), told('UNCERTAIN', 'FAILED', 'UNCERTAIN'), settled, retry);
    expect(settlement).toMatchObject({ event: 'DEFER', state: 'DEFERRED', possibleDuplicate: true });
    expect(settlement.recipients.map(({ outcome }) => outcome)).toEqual([null, 'FAILED', null]);
  });

  it('marks nothing that was merely deferred', () => {
    expect(settlementOf(anEmail(), told('DEFERRED', 'FAILED'), settled, retry).possibleDuplicate).toBe(false);
  });

  it('is what a stop after the dot leaves, for those whom the server had not refused', () => {
    const settlement = verdictLost(anEmail(), told(null, 'FAILED', null), attempt, options);
    expect(settlement).toMatchObject({ event: 'LOSE_VERDICT', state: 'UNCERTAIN' });
    expect(settlement.recipients.map(({ outcome, failure }) => [outcome, failure?.code])).toEqual([
      ['UNCERTAIN', 'OUTCOME_UNKNOWN'],
      ['FAILED', 'RECIPIENT_DEFERRED'],
      ['UNCERTAIN', 'OUTCOME_UNKNOWN'],
    ]);
    expect(settlement.attempt?.failure?.code).toBe('OUTCOME_UNKNOWN');
  });
});

describe('a connection that failed', () => {
  it.each([
    ['DEFERRED', 'DEFERRED'],
    ['HELD', 'HELD'],
    ['FAILED', 'FAILED'],
    [null, 'DEFERRED'],
  ] as const)('with an outcome of %s makes the email %s', (email, state) => {
    const failure = { ...aFailure, email } as AttemptFailure;
    expect(sharedFailure(anEmail(), failure, { ...attempt, failure: null }, options).state).toBe(state);
  });
});

describe('a fault of ours', () => {
  it('is tried again twice, and puts the email aside the third time', () => {
    const states = [0, 1, 2].map((crashCount) => crashed(anEmail({ crashCount }), attempt, 0.5));
    expect(states.map(({ state, hasCrashed }) => [state, hasCrashed])).toEqual([
      ['DEFERRED', true],
      ['DEFERRED', true],
      ['FAILED', false],
    ]);
    expect(states[2]?.recipients[0]?.failure?.code).toBe('DELIVERY_CRASHED');
  });

  it('of the storage is tried again as long as the email lives', () => {
    const { storageUnavailable } = outboxFailures;
    expect(deferred(anEmail({ crashCount: 9 }), storageUnavailable, attempt, 0.5)).toMatchObject({
      state: 'DEFERRED',
      hasCrashed: false,
      attempt: { failure: { code: 'STORAGE_UNAVAILABLE' } },
    });
    expect(deferred(anEmail({ secondsLeft: 1 }), storageUnavailable, attempt, 0.5).state).toBe('FAILED');
  });

  it('that made the message unreadable fails it at once', () => {
    expect(unreadable(anEmail(), attempt)).toMatchObject({
      state: 'FAILED',
      attempt: { failure: { code: 'MESSAGE_UNREADABLE' } },
    });
  });
});

it('an email that was too late before its first try has failed, and no attempt was made', () => {
  expect(expired(anEmail({ secondsLeft: -1 }))).toMatchObject({
    event: 'REFUSE',
    state: 'FAILED',
    attempt: null,
  });
});

it('an email that had been accepted for one recipient and is too late for the other was accepted', () => {
  const done: StoredRecipient = { address: 'a', outcome: 'ACCEPTED', reply: null, failure: null };
  expect(expired(anEmail({ recipients: [done, open('b')] }))).toMatchObject({
    event: 'ACCEPT',
    state: 'ACCEPTED',
  });
});
