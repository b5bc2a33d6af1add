/** How guesses are slowed down: some are free, then each one makes the next wait longer. */
export interface AttemptSchedule {
  /** So many in a row are evaluated at once. */
  free: number;
  firstWaitMs: number;
  longestWaitMs: number;
  /** After so long without an attempt they are forgotten. */
  forgottenAfterMs: number;
}

const MINUTE = 60_000;

/** Of one account, whoever asks: 10 guesses, then one a quarter of an hour. Nobody is locked out for good (OWASP ASVS 5 section 6.3.1). */
export const OF_ACCOUNT: AttemptSchedule = {
  free: 10,
  firstWaitMs: MINUTE,
  longestWaitMs: 15 * MINUTE,
  forgottenAfterMs: 24 * 60 * MINUTE,
};

/** Of one network address, whatever account it tries: many people may share it. */
export const OF_ADDRESS: AttemptSchedule = {
  free: 50,
  firstWaitMs: MINUTE / 6,
  longestWaitMs: 15 * MINUTE,
  forgottenAfterMs: 24 * 60 * MINUTE,
};

/** How long the next attempt must wait after so many without success. */
export function waitAfter(attempts: number, schedule: AttemptSchedule): number {
  if (attempts < schedule.free) return 0;
  return Math.min(schedule.firstWaitMs * 2 ** Math.min(attempts - schedule.free, 30), schedule.longestWaitMs);
}
