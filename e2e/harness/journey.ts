import { afterEach, beforeEach } from 'vitest';

/** The steps of a journey build on each other: after the first that fails, the rest is skipped and not counted as broken. */
export function stepsBuildOnEachOther(): void {
  let broken = false;
  beforeEach(({ skip }) => {
    skip(broken, 'an earlier step of this journey failed');
  });
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
  });
}
