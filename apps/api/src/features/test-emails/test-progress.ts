import { textProblems } from '../../refusals/text-problem.ts';
import type { InputProblem } from '../../refusals/refusal.ts';

/** Where the API's subscription finds the steps of a test. */
export const TEST_PROGRESS_TOPIC = 'testEmailProgress';

/** Whose test is watched: a watchId means something only together with the caller who made it up. */
export interface TestWatch {
  callerId: string;
  watchId: string;
}

export function watchIdProblems(watchId: string): InputProblem[] {
  return textProblems('watchId', watchId, { longest: 100, whenEmpty: 'Make up an id.' });
}

/** Can there be a test that is watched by this id? */
export function isWatchId(watchId: string): boolean {
  return watchIdProblems(watchId).length === 0;
}
