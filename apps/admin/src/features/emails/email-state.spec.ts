import { describe, expect, it } from 'vitest';
import { isFinal, reasonOf, shownState } from './email-state.ts';
import { aHold, aRecipient, anEmail } from './testing-emails.ts';

const now = new Date('2026-11-24T12:00:00Z');
const full = { code: 'MESSAGE_DEFERRED', message: '452 mailbox full' };
const refused = { code: 'RECIPIENT_REFUSED', message: '550 no such user' };
const password = { code: 'AUTH_REFUSED', message: '535 no' };

describe('the state of an email', () => {
  it.each([
    ['QUEUED', '2026-11-24T12:00:01Z', 'SCHEDULED'],
    ['QUEUED', '2026-11-24T11:59:59Z', 'QUEUED'],
    ['QUEUED', null, 'QUEUED'],
    // It was to be sent later, and was stopped before.
    ['CANCELLED', '2026-11-24T12:00:01Z', 'CANCELLED'],
    ['HELD', '2026-11-24T12:00:01Z', 'HELD'],
  ] as const)('%s, not before %s, is told as %s', (state, sendAt, told) => {
    expect(shownState({ state, sendAt }, now)).toBe(told);
  });

  it.each([
    ['QUEUED', false],
    ['SENDING', false],
    ['DEFERRED', false],
    ['HELD', false],
    ['ACCEPTED', true],
    ['FAILED', true],
    ['UNCERTAIN', true],
    ['CANCELLED', true],
  ] as const)('%s is the last one unless somebody acts: %s', (state, last) => {
    expect(isFinal(state)).toBe(last);
  });
});

describe('the reason beside the state', () => {
  it.each(['DEFERRED', 'FAILED', 'UNCERTAIN'] as const)(
    'of a %s email is that of the recipient it is about',
    (state) => {
      const recipients = [
        aRecipient({ state: 'ACCEPTED' }),
        aRecipient({ state, failure: full }),
        aRecipient({ state, failure: refused }),
      ];
      expect(reasonOf(anEmail({ state, recipients }))).toEqual({ kind: 'FAILURE', failure: full });
    },
  );

  it('of a held email is why its server is held, or that it is disabled', () => {
    const held = (server: Parameters<typeof aHold>[0]) =>
      reasonOf(anEmail({ state: 'HELD', server: aHold(server) }));
    expect(held({ heldSince: '2026-11-24T11:00:00Z', heldBy: password })).toEqual({
      kind: 'FAILURE',
      failure: password,
    });
    expect(held({ heldSince: '2026-11-24T11:00:00Z', isEnabled: false })).toEqual({
      kind: 'SERVER_DISABLED',
    });
  });

  it('is gone as soon as the server is not held any more', () => {
    expect(reasonOf(anEmail({ state: 'HELD' }))).toBeNull();
    expect(reasonOf(anEmail({ state: 'HELD', server: null }))).toBeNull();
  });

  it('of an accepted email counts the recipients that were refused', () => {
    const accepted = aRecipient({ state: 'ACCEPTED' });
    const recipients = [accepted, aRecipient({ state: 'FAILED', failure: refused }), accepted];
    expect(reasonOf(anEmail({ state: 'ACCEPTED', recipients }))).toEqual({
      kind: 'PARTLY_REFUSED',
      refused: 1,
      all: 3,
    });
    expect(reasonOf(anEmail({ state: 'ACCEPTED', recipients: [accepted] }))).toBeNull();
  });

  it.each(['QUEUED', 'SENDING', 'CANCELLED'] as const)('is not needed for %s', (state) => {
    expect(reasonOf(anEmail({ state, recipients: [aRecipient({ state, failure: full })] }))).toBeNull();
  });
});
