import { describe, expect, it } from 'vitest';
import type { DeliveryFailureFragment, SmtpStep } from '../../generated/graphql.ts';
import { attemptOutcome, attemptSecurity } from './delivery-attempt.ts';

function failedAt(step: SmtpStep): DeliveryFailureFragment {
  return {
    step,
    code: 'CONNECTION_LOST',
    smtpCode: null,
    enhancedCode: null,
    message: 'The server closed the connection.',
    hint: null,
    retryable: true,
    fix: null,
  };
}

describe('an attempt', () => {
  it.each([
    ['has failed', { failure: failedAt('RCPT'), durationMs: 40 }, false, 'FAILED'],
    ['was taken by the server', { failure: null, durationMs: 40 }, false, 'TAKEN'],
    ['is under way', { failure: null, durationMs: null }, true, 'RUNNING'],
    ['was broken off, its process died', { failure: null, durationMs: null }, false, 'BROKEN_OFF'],
  ] as const)('%s', (_, attempt, isSending, outcome) => {
    expect(attemptOutcome(attempt, isSending)).toBe(outcome);
  });
});

describe('the connection of an attempt', () => {
  const inClear = { tlsVersion: null, downgraded: false, durationMs: 40, failure: null };

  it.each([
    ['was encrypted', { ...inClear, tlsVersion: 'TLSv1.3' }, 'TLS'],
    ['was to be encrypted and was not', { ...inClear, downgraded: true }, 'DOWNGRADED'],
    ['was in clear', inClear, 'CLEAR'],
    ['was in clear when the recipient was refused', { ...inClear, failure: failedAt('RCPT') }, 'CLEAR'],
    ['was never made', { ...inClear, failure: failedAt('CONNECT') }, 'NONE_YET'],
    ['ended before it would have been encrypted', { ...inClear, failure: failedAt('EHLO') }, 'NONE_YET'],
    ['is not known yet', { ...inClear, durationMs: null }, 'NONE_YET'],
  ] as const)('%s', (_, attempt, security) => {
    expect(attemptSecurity(attempt)).toBe(security);
  });
});
