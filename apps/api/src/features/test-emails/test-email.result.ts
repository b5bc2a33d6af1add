import { InvalidInputType, NotFoundType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { TestReportType } from './test-report.type.ts';

export const SendTestEmailResult = resultUnion({
  name: 'SendTestEmailResult',
  noun: 'TestReport',
  description: 'What the test found out, or why there was none. A server that fails the test is a report.',
  types: () => [TestReportType, InvalidInputType, NotFoundType],
});
