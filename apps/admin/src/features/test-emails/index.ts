export { default as TestBench } from './TestBench.vue';
export { default as TestEmail } from './TestEmail.vue';
export { default as TestEmailSlideover } from './TestEmailSlideover.vue';
export { default as TestFix } from './TestFix.vue';
export { default as TestReport } from './TestReport.vue';
export { default as TestReportOutcome } from './TestReportOutcome.vue';
export { useTestRun } from './test-run.ts';
