import type { EmailFailure } from '../emails/index.ts';

/** What became of the emails that were handed over within one hour. */
export interface HourOfMail {
  startsAt: Date;
  accepted: number;
  /** Those whose outcome is unknown are among them: somebody has to look at either. */
  failed: number;
  waiting: number;
}

export interface Overview {
  /** The last 24, the one under way among them; oldest first, quiet ones too. */
  hours: HourOfMail[];
  waiting: number;
  /** Since when the oldest email waits that could have been sent; null = none does. */
  oldestWaitingSince: Date | null;
}

/** Why a server needs somebody. The gravest first: a server has one trouble at a time. */
export const TroubleReason = {
  HELD: 'HELD',
  PASSWORD_MISSING: 'PASSWORD_MISSING',
  FAILING: 'FAILING',
  DISABLED: 'DISABLED',
  TEST_FAILED: 'TEST_FAILED',
} as const;
export type TroubleReason = (typeof TroubleReason)[keyof typeof TroubleReason];

export interface Trouble {
  serverId: string;
  reason: TroubleReason;
  since: Date | null;
  failure: EmailFailure | null;
}

export const HOURS_SHOWN = 24;
const HOUR_MS = 3_600_000;

/** The beginning of the first hour that is shown. Hours are those of UTC, so that every reader gets the same figures. */
export function firstHour(now: Date): Date {
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  return new Date(thisHour - (HOURS_SHOWN - 1) * HOUR_MS);
}

/** Every hour from the first on; one without an email is a row of zeros, not a gap. */
export function everyHour(counted: readonly HourOfMail[], now: Date): HourOfMail[] {
  const first = firstHour(now).getTime();
  const of = new Map(counted.map((hour) => [hour.startsAt.getTime(), hour]));
  return Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const startsAt = first + index * HOUR_MS;
    return of.get(startsAt) ?? { startsAt: new Date(startsAt), accepted: 0, failed: 0, waiting: 0 };
  });
}
