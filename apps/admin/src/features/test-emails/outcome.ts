import type { TestReportFragment } from '../../generated/graphql.ts';

/** How a test ended, as far as its words, colour and icon go. */
export const Outcome = {
  ACCEPTED: 'ACCEPTED',
  ACCEPTED_IN_CLEAR: 'ACCEPTED_IN_CLEAR',
  RECIPIENT_TAKEN: 'RECIPIENT_TAKEN',
  SIGNED_IN: 'SIGNED_IN',
  REACHED_IN_CLEAR: 'REACHED_IN_CLEAR',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;
export type Outcome = keyof typeof Outcome;

export function outcomeOf(
  report: Pick<TestReportFragment, 'succeeded' | 'downgraded' | 'depth'> & {
    failure: { code: string } | null;
  },
): Outcome {
  if (!report.succeeded) return report.failure?.code === 'CANCELLED' ? 'CANCELLED' : 'FAILED';
  if (report.depth === 'SEND') return report.downgraded ? 'ACCEPTED_IN_CLEAR' : 'ACCEPTED';
  if (report.downgraded) return 'REACHED_IN_CLEAR';
  return report.depth === 'RECIPIENT' ? 'RECIPIENT_TAKEN' : 'SIGNED_IN';
}

const good = { color: 'success', icon: 'i-lucide-circle-check', class: 'text-success' } as const;
const doubtful = { color: 'warning', icon: 'i-lucide-triangle-alert', class: 'text-warning' } as const;

export const outcomeLook = {
  ACCEPTED: good,
  ACCEPTED_IN_CLEAR: doubtful,
  RECIPIENT_TAKEN: good,
  SIGNED_IN: good,
  REACHED_IN_CLEAR: doubtful,
  CANCELLED: { color: 'neutral', icon: 'i-lucide-circle-stop', class: 'text-muted' },
  FAILED: { color: 'error', icon: 'i-lucide-circle-x', class: 'text-error' },
} as const satisfies Record<Outcome, { color: string; icon: string; class: string }>;
