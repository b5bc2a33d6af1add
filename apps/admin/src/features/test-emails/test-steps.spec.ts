import { describe, expect, it } from 'vitest';
import { reachedStep, stepsInOrder, waitingSteps, withStep } from './test-steps.ts';

const connecting = { name: 'CONNECT', state: 'RUNNING', durationMs: null, detail: null } as const;
const connected = { name: 'CONNECT', state: 'PASSED', durationMs: 4, detail: '192.0.2.25' } as const;

describe('the steps of a running test', () => {
  it('are all there before the first is told, waiting', () => {
    expect(waitingSteps().map(({ name }) => name)).toEqual(stepsInOrder);
    expect(new Set(waitingSteps().map(({ state }) => state))).toEqual(new Set(['WAITING']));
  });

  it('change in place, however often a step is told', () => {
    const steps = [connecting, connected, connected].reduce(withStep, waitingSteps());
    expect(steps).toHaveLength(10);
    expect(steps[1]).toEqual(connected);
  });

  it('say how far the test has come, past what was skipped', () => {
    expect(reachedStep(waitingSteps())).toBeNull();
    const skipped = { name: 'TLS', state: 'SKIPPED', durationMs: null, detail: null } as const;
    expect(reachedStep(withStep(withStep(waitingSteps(), connected), skipped))).toEqual(connected);
  });
});
