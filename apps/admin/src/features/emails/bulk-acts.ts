import type { EmailFilter, EmailState } from '../../generated/graphql.ts';

/** What can be done to many emails at once. */
export const BulkAct = {
  RETRY: 'RETRY',
  /** Over another server. */
  RETRY_ON: 'RETRY_ON',
  CANCEL: 'CANCEL',
} as const;
export type BulkAct = keyof typeof BulkAct;

/**
 * The states that an act is for. Whatever waits for its turn anyway gains nothing by "retry". Emails whose outcome is unknown may arrive
 * twice by it: a person has to want that, so they stand in no list here.
 */
const statesFor: Record<BulkAct, readonly EmailState[]> = {
  RETRY: ['DEFERRED', 'HELD', 'FAILED'],
  RETRY_ON: ['QUEUED', 'DEFERRED', 'HELD', 'FAILED'],
  CANCEL: ['QUEUED', 'DEFERRED', 'HELD'],
};

/**
 * Retried by a filter, emails that are held stay so, because their server's settings are refused; one by one each is an attempt of its
 * own, whatever holds the others.
 */
const statesForFilter: Record<BulkAct, readonly EmailState[]> = {
  ...statesFor,
  RETRY: ['DEFERRED', 'FAILED'],
};

/** Whether a row of the list can be chosen. One that is being sent can: it is something else in a moment. */
export function isSelectable(state: EmailState): boolean {
  return state !== 'ACCEPTED' && state !== 'CANCELLED';
}

/** How many emails an act would change, and why the others stay as they are. */
export interface BulkPreview {
  matched: number;
  /** Changed in any case. */
  changed: number;
  /** Changed only where somebody wants that: they may arrive twice. */
  uncertain: number;
  /** Of those that stay as they are: their server has to be mended or resumed. */
  held: number;
}

/** Of emails that were chosen one by one. */
export function previewOf(act: BulkAct, emails: readonly { state: EmailState }[]): BulkPreview {
  const count = (states: readonly EmailState[]) =>
    emails.filter(({ state }) => states.includes(state)).length;
  return {
    matched: emails.length,
    changed: count(statesFor[act]),
    uncertain: act === 'CANCEL' ? 0 : count(['UNCERTAIN']),
    held: 0,
  };
}

/** Of emails that were chosen one by one, those that the act is for. */
export function concerned<Email extends { state: EmailState }>(
  act: BulkAct,
  emails: readonly Email[],
  withUncertain: boolean,
): Email[] {
  return emails.filter(
    ({ state }) => statesFor[act].includes(state) || (withUncertain && state === 'UNCERTAIN'),
  );
}

/** The filters whose counts make the preview, and of which the act takes the first or the first two together. */
export function previewFilters(act: BulkAct, filter: EmailFilter) {
  return {
    changed: within(filter, statesForFilter[act]),
    uncertain: within(filter, act === 'CANCEL' ? [] : ['UNCERTAIN']),
    held: within(filter, act === 'RETRY' ? ['HELD'] : []),
  };
}

/** What the act is to be done to. */
export function actFilter(act: BulkAct, filter: EmailFilter, withUncertain: boolean): EmailFilter {
  return within(filter, [...statesForFilter[act], ...(withUncertain ? (['UNCERTAIN'] as const) : [])]);
}

/** Emails that were retried and not yet tried: those of the same filter that wait for their turn, whatever they were before. */
export function underWayFilter(filter: EmailFilter): EmailFilter {
  return { ...filter, states: ['QUEUED', 'SENDING'] };
}

/** Emails that were retried and have failed again: all failed ones but those that were left out. */
export function failedFilter(filter: EmailFilter): EmailFilter {
  return within(filter, ['FAILED', 'UNCERTAIN']);
}

/**
 * The same filter, without what comes after `newest`, the moment at which the newest of its emails was accepted: what is confirmed is
 * what was shown. A moment of the API's own clock; that of this machine may be wrong.
 */
export function frozenAt(filter: EmailFilter, newest: string): EmailFilter {
  const until = new Date(new Date(newest).getTime() + 1).toISOString();
  return { ...filter, until };
}

/** No states at all is a filter that no email passes, which is what is meant. */
function within(filter: EmailFilter, states: readonly EmailState[]): EmailFilter {
  const asked = filter.states;
  return { ...filter, states: asked ? states.filter((state) => asked.includes(state)) : [...states] };
}

/** Below it nobody needs to be told. */
export const longSpreadSeconds = 10;

/** Seconds over which so many emails are spread that are retried at once: the API's own measure. */
export function spreadSeconds(count: number): number {
  return Math.min(Math.ceil(count / 20), 900);
}

/**
 * How many of `total` emails are done, by how many of them are still to do: `counted` minus the `others` that the same filter counts.
 * Never goes back. null = more to do than the API counts.
 */
export function doneOf(
  { total, others, done }: { total: number; others: number; done: number | null },
  counted: number | null,
): number | null {
  if (counted === null) return done;
  const toDo = Math.min(total, Math.max(0, counted - others));
  return Math.max(done ?? 0, total - toDo);
}
