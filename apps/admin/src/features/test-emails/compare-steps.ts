import type { TestReportFragment, TestStepFragment } from '../../generated/graphql.ts';

export interface StepPair {
  name: TestStepFragment['name'];
  good: TestStepFragment | null;
  now: TestStepFragment | null;
  /** Another outcome, or other words of the server: how long it took is not compared. */
  differs: boolean;
}

/** Step beside step. Those behind the step that failed were never reached: that they differ says nothing. */
export function compareSteps(
  good: readonly TestStepFragment[],
  now: readonly TestStepFragment[],
): StepPair[] {
  const named = (steps: readonly TestStepFragment[], name: TestStepFragment['name']) =>
    steps.find((step) => step.name === name) ?? null;
  const names = new Set([...good, ...now].map(({ name }) => name));
  const failedAt = now.findIndex(({ state }) => state === 'FAILED');
  const unreached = new Set(failedAt === -1 ? [] : now.slice(failedAt + 1).map(({ name }) => name));
  return [...names].map((name) => {
    const [before, after] = [named(good, name), named(now, name)];
    const isOther = before?.state !== after?.state || before?.detail !== after?.detail;
    return { name, good: before, now: after, differs: isOther && !unreached.has(name) };
  });
}

/** The newest one that succeeded before `report`, in a list with the newest first; none for a report that is good itself. */
export function lastGoodBefore(
  report: TestReportFragment,
  tests: readonly TestReportFragment[],
): TestReportFragment | null {
  if (report.succeeded) return null;
  return tests.find(({ succeeded, startedAt }) => succeeded && startedAt < report.startedAt) ?? null;
}
