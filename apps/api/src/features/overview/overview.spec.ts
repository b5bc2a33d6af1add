import { expect, it } from 'vitest';
import { everyHour, firstHour } from './overview.ts';

const now = new Date('2026-11-25T10:59:59.999Z');

it('begins 23 hours before the one that is under way', () => {
  expect(firstHour(now)).toEqual(new Date('2026-11-24T11:00:00Z'));
  expect(firstHour(new Date('2026-11-25T10:00:00Z'))).toEqual(new Date('2026-11-24T11:00:00Z'));
});

it('shows every hour, the quiet ones as zeros', () => {
  const busy = { startsAt: new Date('2026-11-25T09:00:00Z'), accepted: 3, failed: 1, waiting: 0 };
  const hours = everyHour([busy], now);
  expect(hours).toHaveLength(24);
  expect(hours.at(-2)).toEqual(busy);
  expect(hours.at(-1)).toEqual({
    startsAt: new Date('2026-11-25T10:00:00Z'),
    accepted: 0,
    failed: 0,
    waiting: 0,
  });
});

it('leaves out what is older', () => {
  const old = { startsAt: new Date('2026-11-24T10:00:00Z'), accepted: 9, failed: 0, waiting: 0 };
  expect(everyHour([old], now).every(({ accepted }) => accepted === 0)).toBe(true);
});
