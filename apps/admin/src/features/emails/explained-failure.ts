import type { DeliveryFailureFragment, EmailDetailsFragment } from '../../generated/graphql.ts';

/** The failure that the page of an email begins with: its server's, or that of the first recipient it is about; null = none. */
export function explainedFailure(
  email: Pick<EmailDetailsFragment, 'state' | 'server' | 'recipients'>,
): DeliveryFailureFragment | null {
  const { state, server, recipients } = email;
  if (state === 'HELD') return server?.heldBy ?? null;
  if (state !== 'DEFERRED' && state !== 'FAILED' && state !== 'UNCERTAIN') return null;
  return recipients.find((each) => each.state === state && each.failure !== null)?.failure ?? null;
}
