import { describe, expect, it } from 'vitest';
import { expiresAt, tokenEnding } from './token-expiry.ts';

const now = new Date('2026-11-03T12:00:00Z');

describe('a new token ends', () => {
  it('so many days from now', () => {
    expect(expiresAt('DAYS_7', '', now)).toBe('2026-11-10T12:00:00.000Z');
    expect(expiresAt('DAYS_365', '', now)).toBe('2027-11-03T12:00:00.000Z');
  });

  it('never, where that was chosen', () => {
    expect(expiresAt('NEVER', '2026-12-01', now)).toBeNull();
  });

  it('when the chosen day is over where its maker is, also where a clock changes that day', () => {
    for (const day of ['2026-11-30', '2026-10-25', '2027-03-28']) {
      const end = new Date(expiresAt('DATE', day, now) ?? '');
      expect([end.getHours(), end.getMinutes()]).toEqual([0, 0]);
      end.setMinutes(-1);
      expect(end.getDate()).toBe(Number(day.slice(-2)));
    }
  });

  it.each(['', '2026-13-01', 'soon'])('at no time that anyone could tell for %j', (day) => {
    expect(expiresAt('DATE', day, now)).toBeUndefined();
  });
});

it.each([
  [null, { state: 'NEVER' }],
  ['2026-11-03T12:00:00Z', { state: 'ENDED' }],
  ['2026-11-03T12:00:01Z', { state: 'ENDING', days: 0 }],
  ['2026-11-10T11:59:59Z', { state: 'ENDING', days: 6 }],
  ['2026-11-10T12:00:00Z', { state: 'FINE' }],
])('warns in time of a token that ends at %s', (endsAt, ending) => {
  expect(tokenEnding(endsAt, now)).toEqual(ending);
});
