/** What became of an email, or of one of its recipients. */
export const EmailState = {
  QUEUED: 'QUEUED',
  SENDING: 'SENDING',
  DEFERRED: 'DEFERRED',
  HELD: 'HELD',
  ACCEPTED: 'ACCEPTED',
  FAILED: 'FAILED',
  UNCERTAIN: 'UNCERTAIN',
  CANCELLED: 'CANCELLED',
} as const;
export type EmailState = (typeof EmailState)[keyof typeof EmailState];

/** What can happen to an email. Every statement that changes a state names the event it carries out. */
export const EmailEvent = {
  /** A worker takes it. */
  CLAIM: 'CLAIM',
  /** A worker takes one email of a server whose mail is held, to see whether its settings work again. */
  PROBE: 'PROBE',
  /** The server took it for every recipient that was not refused. */
  ACCEPT: 'ACCEPT',
  /** Some recipient is to be tried again later. */
  DEFER: 'DEFER',
  /** The server's settings are refused, or it was disabled: nothing is tried until that changes. */
  HOLD: 'HOLD',
  /** What held it is mended. */
  RELEASE: 'RELEASE',
  /** Refused for good, for every recipient; or out of time. */
  REFUSE: 'REFUSE',
  /** The connection was lost after the final dot, or the worker died there. */
  LOSE_VERDICT: 'LOSE_VERDICT',
  /** Its worker died, or slept past its lease, before the final dot. */
  LOSE_WORKER: 'LOSE_WORKER',
  /** A person wants it tried now. */
  RETRY: 'RETRY',
  /** A person stops it. */
  CANCEL: 'CANCEL',
} as const;
export type EmailEvent = (typeof EmailEvent)[keyof typeof EmailEvent];

const { QUEUED, SENDING, DEFERRED, HELD, ACCEPTED, FAILED, UNCERTAIN, CANCELLED } = EmailState;

/**
 * The one table of transitions: what is not here does not happen. The WHERE clauses of the outbox are made from it
 * (`statesBefore`), so that no statement can bring an email back from where it ended.
 */
export const TRANSITIONS: Readonly<Record<EmailEvent, Partial<Record<EmailState, EmailState>>>> = {
  CLAIM: { QUEUED: SENDING, DEFERRED: SENDING },
  PROBE: { HELD: SENDING, QUEUED: SENDING, DEFERRED: SENDING },
  // From UNCERTAIN too: a worker that was thought dead may know the verdict after all. Its fence says whether it may speak.
  ACCEPT: { SENDING: ACCEPTED, UNCERTAIN: ACCEPTED },
  DEFER: { SENDING: DEFERRED, UNCERTAIN: DEFERRED },
  HOLD: { SENDING: HELD, QUEUED: HELD, DEFERRED: HELD },
  RELEASE: { HELD: QUEUED },
  REFUSE: { SENDING: FAILED, UNCERTAIN: FAILED },
  LOSE_VERDICT: { SENDING: UNCERTAIN },
  LOSE_WORKER: { SENDING: QUEUED },
  RETRY: { QUEUED: QUEUED, DEFERRED: QUEUED, HELD: QUEUED, FAILED: QUEUED, UNCERTAIN: QUEUED },
  CANCEL: { QUEUED: CANCELLED, DEFERRED: CANCELLED, HELD: CANCELLED },
};

/** The state after the event, or null where it cannot happen. */
export function after(state: EmailState, event: EmailEvent): EmailState | null {
  return TRANSITIONS[event][state] ?? null;
}

/** The states in which the event can happen. */
export function statesBefore(event: EmailEvent): EmailState[] {
  return Object.values(EmailState).filter((state) => after(state, event) !== null);
}

/** Something is still to come by itself, or may be under way: what counts as waiting for a server. */
export const WAITING_STATES: readonly EmailState[] = [QUEUED, SENDING, DEFERRED, HELD];

/** Nothing happens any more unless a person says so. */
export const FINAL_STATES: readonly EmailState[] = [ACCEPTED, FAILED, UNCERTAIN, CANCELLED];
