import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

it.each([
  ['SEND', true, false, null, 'ACCEPTED'],
  ['SEND', true, true, null, 'ACCEPTED_IN_CLEAR'],
  ['RECIPIENT', true, false, null, 'RECIPIENT_TAKEN'],
  ['RECIPIENT', true, true, null, 'REACHED_IN_CLEAR'],
  ['SIGN_IN', true, false, null, 'SIGNED_IN'],
  ['SIGN_IN', true, true, null, 'REACHED_IN_CLEAR'],
  ['SEND', false, false, 'AUTH_REFUSED', 'FAILED'],
  ['SIGN_IN', false, false, 'CANCELLED', 'CANCELLED'],
] as const)(
  'a %s test (succeeded: %s, downgraded: %s, %s) ended as %s',
  (depth, succeeded, downgraded, code, outcome) => {
    expect(outcomeOf({ depth, succeeded, downgraded, failure: code === null ? null : { code } })).toBe(
      outcome,
    );
  },
);
