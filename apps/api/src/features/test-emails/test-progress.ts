/** Where the API's subscription finds the steps of a test. */
export const TEST_PROGRESS_TOPIC = 'testEmailProgress';

/** Whose test is watched: a watchId means something only together with the caller who made it up. */
export interface TestWatch {
  callerId: string;
  watchId: string;
}
