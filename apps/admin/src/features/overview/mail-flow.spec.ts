import { expect, it } from 'vitest';
import { lateAfterMs, mailFlow, sumsOf } from './mail-flow.ts';

const hour = { startsAt: '2026-11-25T10:00:00Z', waiting: 0 };

it('adds the hours up', () => {
  const hours = [
    { ...hour, accepted: 2, failed: 1 },
    { ...hour, accepted: 3, failed: 0 },
  ];
  expect(sumsOf(hours)).toEqual({ accepted: 5, failed: 1 });
});

const sums = { accepted: 10, failed: 0 };
const calm = { troubled: 0, waitingMs: null };

it.each([
  ['TROUBLED', { ...sums, failed: 3 }, { troubled: 1, waitingMs: lateAfterMs * 2 }],
  ['LATE', { ...sums, failed: 3 }, { troubled: 0, waitingMs: lateAfterMs + 1 }],
  ['FAILURES', { ...sums, failed: 3 }, calm],
  ['FLOWING', sums, calm],
  ['FLOWING', sums, { troubled: 0, waitingMs: lateAfterMs }],
  ['FLOWING', { accepted: 0, failed: 0 }, { troubled: 0, waitingMs: 1_000 }],
  ['QUIET', { accepted: 0, failed: 0 }, calm],
] as const)('is %s with %j and %j', (flow, figures, around) => {
  expect(mailFlow(figures, around)).toBe(flow);
});
