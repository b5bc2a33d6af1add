import { expect, it } from 'vitest';
import { shortMoment } from './short-moment.ts';

/** Of the reader's own time zone, whichever that is. */
const local = (text: string) => new Date(text);
const now = local('2026-11-24T12:00:00');

it.each([
  ['2026-11-24T09:05:00', '9:05'],
  ['2026-11-24T23:59:00', '23:59'],
  ['2026-11-23T23:59:00', '23 Nov, 23:59'],
  ['2026-12-01T08:00:00', '1 Dec, 8:00'],
  ['2025-11-24T09:05:00', '24 Nov 2025'],
])('writes %s as %s', (at, text) => {
  expect(shortMoment(local(at), now, 'en-GB')).toBe(text);
});
