import type { EmailState } from '../../generated/graphql.ts';

/** The emails of the outbox by what is to be done about them, in the order in which the tabs stand; null = every state. */
export const outboxTabs = {
  waiting: ['QUEUED', 'SENDING', 'DEFERRED', 'HELD'],
  failed: ['FAILED', 'UNCERTAIN'],
  sent: ['ACCEPTED'],
  cancelled: ['CANCELLED'],
  all: null,
} as const satisfies Record<string, readonly EmailState[] | null>;
export type OutboxTab = keyof typeof outboxTabs;

// Object.keys is typed as string[]; the keys of the table are the tabs.
export const tabNames = Object.keys(outboxTabs) as OutboxTab[];

export function isOutboxTab(value: unknown): value is OutboxTab {
  return tabNames.some((name) => name === value);
}

export function tabStates(tab: OutboxTab): EmailState[] | null {
  const states = outboxTabs[tab];
  return states === null ? null : [...states];
}
