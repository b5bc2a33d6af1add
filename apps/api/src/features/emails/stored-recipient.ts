import type { EmailFailure, EmailRecipient } from './email.ts';
import { EmailState } from './email-state.ts';

export type FinalOutcome = 'ACCEPTED' | 'FAILED' | 'UNCERTAIN';

/** One address of the envelope as its email's row keeps it. */
export interface StoredRecipient {
  address: string;
  /** null = open: the state of the email is the state of this recipient. */
  outcome: FinalOutcome | null;
  reply: string | null;
  failure: EmailFailure | null;
}

/** Open ones follow their email, so that holding, releasing or cancelling a thousand emails rewrites no recipient. */
export function recipientsOf(stored: readonly StoredRecipient[], state: EmailState): EmailRecipient[] {
  return stored.map(({ address, outcome, reply, failure }) => ({
    address,
    state: outcome ?? state,
    reply,
    failure,
  }));
}

/** The state of an email none of whose recipients is open. */
export function finalState(stored: readonly StoredRecipient[]): FinalOutcome {
  if (stored.some(({ outcome }) => outcome === EmailState.UNCERTAIN)) return EmailState.UNCERTAIN;
  if (stored.some(({ outcome }) => outcome === EmailState.ACCEPTED)) return EmailState.ACCEPTED;
  return EmailState.FAILED;
}
