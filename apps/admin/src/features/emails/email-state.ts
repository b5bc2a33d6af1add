import type { EmailRowFragment, EmailState, ServerHoldFragment } from '../../generated/graphql.ts';

/** How a state is told: an email that waits for its time is QUEUED to the API and scheduled to a person. */
export type ShownState = EmailState | 'SCHEDULED';

export function shownState(email: { state: EmailState; sendAt: string | null }, now: Date): ShownState {
  const isScheduled = email.state === 'QUEUED' && email.sendAt !== null && new Date(email.sendAt) > now;
  return isScheduled ? 'SCHEDULED' : email.state;
}

/** Icon and colour; always beside the word. */
export const stateLook: Record<ShownState, { icon: string; class: string }> = {
  QUEUED: { icon: 'i-lucide-clock', class: 'text-muted' },
  SCHEDULED: { icon: 'i-lucide-calendar-clock', class: 'text-info' },
  SENDING: { icon: 'i-lucide-send', class: 'text-info' },
  DEFERRED: { icon: 'i-lucide-timer-reset', class: 'text-warning' },
  HELD: { icon: 'i-lucide-circle-pause', class: 'text-warning' },
  ACCEPTED: { icon: 'i-lucide-circle-check', class: 'text-success' },
  FAILED: { icon: 'i-lucide-circle-x', class: 'text-error' },
  UNCERTAIN: { icon: 'i-lucide-circle-question-mark', class: 'text-warning' },
  CANCELLED: { icon: 'i-lucide-ban', class: 'text-muted' },
};

const finalStates: readonly EmailState[] = ['ACCEPTED', 'FAILED', 'UNCERTAIN', 'CANCELLED'];

/** Nothing becomes of it any more by itself. */
export function isFinal(state: EmailState): boolean {
  return finalStates.includes(state);
}

/** Why an email is in its state, in one line. */
export type Reason =
  | { kind: 'FAILURE'; failure: { code: string; message: string } }
  | { kind: 'SERVER_DISABLED' }
  | { kind: 'PARTLY_REFUSED'; refused: number; all: number };

/** null = the state says it all. With many recipients the first one's failure stands for the others. */
export function reasonOf(email: Pick<EmailRowFragment, 'state' | 'recipients' | 'server'>): Reason | null {
  const { state, recipients } = email;
  switch (state) {
    case 'HELD':
      return email.server && holdReason(email.server);
    case 'DEFERRED':
    case 'FAILED':
    case 'UNCERTAIN': {
      const failure = recipients.find((each) => each.state === state && each.failure !== null)?.failure;
      return failure ? { kind: 'FAILURE', failure } : null;
    }
    case 'ACCEPTED': {
      const refused = recipients.filter((each) => each.state === 'FAILED').length;
      return refused > 0 ? { kind: 'PARTLY_REFUSED', refused, all: recipients.length } : null;
    }
    case 'QUEUED':
    case 'SENDING':
    case 'CANCELLED':
      return null;
  }
}

/** null = its mail is not held, or not any more: an email may be HELD for a moment longer. */
export function holdReason({ heldSince, heldBy, isEnabled }: ServerHoldFragment): Reason | null {
  if (heldSince === null) return null;
  if (heldBy !== null) return { kind: 'FAILURE', failure: heldBy };
  return isEnabled ? null : { kind: 'SERVER_DISABLED' };
}
