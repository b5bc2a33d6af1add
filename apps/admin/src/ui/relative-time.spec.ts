import { expect, it } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = new Date('2026-11-03T12:00:00Z');

it.each([
  ['2026-11-03T12:00:30Z', 0, 'second'],
  ['2026-11-03T11:59:01Z', 0, 'second'],
  ['2026-11-03T11:59:00Z', -1, 'minute'],
  ['2026-11-03T11:00:01Z', -59, 'minute'],
  ['2026-11-03T11:00:00Z', -1, 'hour'],
  ['2026-11-02T12:00:00Z', -1, 'day'],
  ['2026-08-03T12:00:00Z', -92, 'day'],
])('says how long ago %s was', (at, value, unit) => {
  expect(relativeTime(new Date(at), now)).toEqual({ value, unit });
});
