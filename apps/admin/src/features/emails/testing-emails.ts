import type { EmailRowFragment, ServerHoldFragment } from '../../generated/graphql.ts';

/** For tests, each with one meaningful override. */
export function anEmail(override: Partial<EmailRowFragment> = {}): EmailRowFragment {
  const state = override.state ?? 'QUEUED';
  return {
    id: '0198c0de-0000-7000-8000-000000000007',
    state,
    to: ['Ada <ada@example.org>'],
    subject: 'Invoice 7',
    serverName: 'Main relay',
    server: aHold(),
    recipients: [aRecipient({ state })],
    sendAt: null,
    attemptCount: 0,
    nextAttemptAt: null,
    possibleDuplicate: false,
    createdAt: '2026-11-24T09:12:00.000Z',
    ...override,
  };
}

export function aRecipient(
  override: Partial<EmailRowFragment['recipients'][number]> = {},
): EmailRowFragment['recipients'][number] {
  return { address: 'ada@example.org', state: 'QUEUED', failure: null, ...override };
}

export function aHold(override: Partial<ServerHoldFragment> = {}): ServerHoldFragment {
  return { id: '7', name: 'Main relay', isEnabled: true, heldSince: null, heldBy: null, ...override };
}
