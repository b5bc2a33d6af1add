import { expect, it } from 'vitest';
import { byDay } from './audit-days.ts';

it('puts what happened on one day together, newest first as it came', () => {
  const events = ['2026-11-03T12:00Z', '2026-11-03T09:00Z', '2026-11-01T23:00Z'].map((at) => ({ at }));
  expect(byDay(events, (at) => at.slice(0, 10))).toEqual([
    { name: '2026-11-03', events: events.slice(0, 2) },
    { name: '2026-11-01', events: events.slice(2) },
  ]);
});
