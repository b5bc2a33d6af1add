export { TestEmailResolver } from './test-email.resolver.ts';
export { TestEmails, type RunTest } from './test-emails.service.ts';
export { TEST_PROGRESS_TOPIC, type TestWatch } from './test-progress.ts';
export { TestProgressFeed } from './test-progress.service.ts';
export { TestReports } from './test-reports.service.ts';
export { TEST_RUN_CHANNELS, TestRuns } from './test-runs.service.ts';
