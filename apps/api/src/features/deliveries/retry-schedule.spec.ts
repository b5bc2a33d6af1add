import { describe, expect, it } from 'vitest';
import { retryDelaySeconds } from './retry-schedule.ts';

const MINUTE = 60;
const HOUR = 3_600;
const LIFETIME = 5 * 24 * HOUR;

describe('the wait for the next try', () => {
  it.each([
    [1, MINUTE],
    [2, 2 * MINUTE],
    [3, 4 * MINUTE],
    [4, 8 * MINUTE],
    [5, 16 * MINUTE],
    [6, 32 * MINUTE],
    [7, 64 * MINUTE],
    [8, 128 * MINUTE],
    [9, 4 * HOUR],
    [10, 4 * HOUR],
    [1000, 4 * HOUR],
  ])('is, after %i deferred ones, %i s', (deferrals, seconds) => {
    expect(retryDelaySeconds(deferrals, 0.5)).toBeCloseTo(seconds);
  });

  it('is up to a tenth shorter or longer, so that what failed together does not come back together', () => {
    expect(retryDelaySeconds(3, 0)).toBeCloseTo(0.9 * 4 * MINUTE);
    expect(retryDelaySeconds(3, 1)).toBeCloseTo(1.1 * 4 * MINUTE);
  });

  it('makes 37 tries in the five days of a lifetime, the first one included', () => {
    let [tries, elapsed] = [1, 0];
    for (;;) {
      elapsed += retryDelaySeconds(tries, 0.5);
      if (elapsed >= LIFETIME) break;
      tries += 1;
    }
    expect(tries).toBe(37);
  });
});
