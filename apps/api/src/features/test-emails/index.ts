export { TestEmailResolver } from './test-email.resolver.ts';
export { TestEmails, type RunTest } from './test-emails.service.ts';
export { TestReports } from './test-reports.service.ts';
