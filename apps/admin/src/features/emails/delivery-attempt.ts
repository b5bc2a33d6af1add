import type { EmailDetailsFragment, SmtpStep } from '../../generated/graphql.ts';

type Attempt = EmailDetailsFragment['attempts'][number];

/** How a try ended. */
export type AttemptOutcome = 'RUNNING' | 'TAKEN' | 'FAILED' | 'BROKEN_OFF';

/** `isSending`: the email is in the hands of a worker, and this is its last attempt. */
export function attemptOutcome(
  { failure, durationMs }: Pick<Attempt, 'failure' | 'durationMs'>,
  isSending: boolean,
): AttemptOutcome {
  if (failure !== null) return 'FAILED';
  if (durationMs !== null) return 'TAKEN';
  return isSending ? 'RUNNING' : 'BROKEN_OFF';
}

/** Icon and colour; always beside the words. */
export const attemptLook: Record<AttemptOutcome, { icon: string; class: string }> = {
  RUNNING: { icon: 'i-lucide-send', class: 'text-info' },
  TAKEN: { icon: 'i-lucide-circle-check', class: 'text-success' },
  FAILED: { icon: 'i-lucide-circle-x', class: 'text-error' },
  BROKEN_OFF: { icon: 'i-lucide-circle-alert', class: 'text-warning' },
};

/** How the connection was protected, as far as it came. */
export type AttemptSecurity = 'TLS' | 'DOWNGRADED' | 'CLEAR' | 'NONE_YET';

/** Ended at one of these, an attempt had not yet come to where the email would have gone in clear. */
const beforeMail: readonly SmtpStep[] = ['DNS', 'CONNECT', 'TLS', 'GREETING', 'EHLO', 'STARTTLS'];

export function attemptSecurity({
  tlsVersion,
  downgraded,
  durationMs,
  failure,
}: Pick<Attempt, 'tlsVersion' | 'downgraded' | 'durationMs' | 'failure'>): AttemptSecurity {
  if (tlsVersion !== null) return 'TLS';
  if (downgraded) return 'DOWNGRADED';
  if (durationMs === null || (failure !== null && beforeMail.includes(failure.step))) return 'NONE_YET';
  return 'CLEAR';
}
