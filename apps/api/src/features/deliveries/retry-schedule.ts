const FIRST_SECONDS = 60;
const LONGEST_SECONDS = 4 * 60 * 60;
const JITTER = 0.1;

/**
 * Seconds until the next try after so many deferred ones: 1 minute, doubling to 4 hours, each up to a tenth shorter or longer, so that
 * what failed together does not come back together. `random` is from 0 to 1. The whole table stands in docs/reliability.md.
 */
export function retryDelaySeconds(deferrals: number, random: number): number {
  const doubled = FIRST_SECONDS * 2 ** Math.min(Math.max(deferrals, 1) - 1, 30);
  return Math.min(doubled, LONGEST_SECONDS) * (1 - JITTER + 2 * JITTER * random);
}
