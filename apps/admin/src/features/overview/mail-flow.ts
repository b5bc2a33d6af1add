import type { HourOfMailFragment } from '../../generated/graphql.ts';

/** The answer to "is my mail flowing?", the worst first. */
export const MailFlow = {
  TROUBLED: 'TROUBLED',
  LATE: 'LATE',
  FAILURES: 'FAILURES',
  FLOWING: 'FLOWING',
  QUIET: 'QUIET',
} as const;
export type MailFlow = keyof typeof MailFlow;

/** Mail that waits longer than this is late, whatever the reason: a first retry comes after a minute, a fourth after a quarter of an hour. */
export const lateAfterMs = 15 * 60_000;

export interface MailSums {
  accepted: number;
  failed: number;
}

export function sumsOf(hours: readonly HourOfMailFragment[]): MailSums {
  return hours.reduce(
    (sums, hour) => ({ accepted: sums.accepted + hour.accepted, failed: sums.failed + hour.failed }),
    { accepted: 0, failed: 0 },
  );
}

export function mailFlow(
  { accepted, failed }: MailSums,
  { troubled, waitingMs }: { troubled: number; waitingMs: number | null },
): MailFlow {
  if (troubled > 0) return 'TROUBLED';
  if (waitingMs !== null && waitingMs > lateAfterMs) return 'LATE';
  if (failed > 0) return 'FAILURES';
  return accepted > 0 || waitingMs !== null ? 'FLOWING' : 'QUIET';
}
