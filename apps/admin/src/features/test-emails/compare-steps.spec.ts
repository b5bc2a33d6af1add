import { describe, expect, it } from 'vitest';
import { compareSteps, lastGoodBefore } from './compare-steps.ts';
import { aReport } from './testing-reports.ts';

const passed = { name: 'AUTH', state: 'PASSED', durationMs: 40, detail: '235 ok' } as const;
const refused = { name: 'AUTH', state: 'FAILED', durationMs: 41, detail: '535 no' } as const;

describe('two tests side by side', () => {
  it('differ where a step ended otherwise, or the server said something else', () => {
    expect(compareSteps([passed], [refused])).toEqual([
      { name: 'AUTH', good: passed, now: refused, differs: true },
    ]);
    expect(compareSteps([passed], [{ ...passed, detail: '235 welcome' }])[0]?.differs).toBe(true);
  });

  it('do not differ in what was never reached', () => {
    const sender = { name: 'MAIL', state: 'PASSED', durationMs: 1, detail: '250 ok' } as const;
    const unreached = { ...sender, state: 'SKIPPED', detail: 'not reached' } as const;
    const pairs = compareSteps([passed, sender], [refused, unreached]);
    expect(pairs.map(({ differs }) => differs)).toEqual([true, false]);
  });

  it('do not differ by how long they took', () => {
    expect(compareSteps([passed], [{ ...passed, durationMs: 4000 }])[0]?.differs).toBe(false);
  });
});

describe('the last good test', () => {
  const good = aReport({ id: '2', succeeded: true, startedAt: '2026-11-03T09:00:00Z' });
  const older = aReport({ id: '1', succeeded: true, startedAt: '2026-11-03T08:00:00Z' });
  const newer = aReport({ id: '4', succeeded: true, startedAt: '2026-11-03T10:00:00Z' });

  it('is the newest one before the test that failed', () => {
    expect(lastGoodBefore(aReport({ id: '3' }), [newer, good, older])).toBe(good);
  });

  it('is not looked for when the test is good itself', () => {
    expect(lastGoodBefore(newer, [newer, good, older])).toBeNull();
  });
});
