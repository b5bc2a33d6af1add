import { Field, ID, ObjectType } from 'type-graphql';
import { InvalidInputType, NotFoundType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { TestReportType } from './test-report.type.ts';

export const SendTestEmailResult = resultUnion({
  name: 'SendTestEmailResult',
  noun: 'TestReport',
  description: 'What the test found out, or why there was none. A server that fails the test is a report.',
  types: () => [TestReportType, InvalidInputType, NotFoundType],
});

@ObjectType('CancelledTestEmail', { description: 'The test was asked to end.', simpleResolvers: true })
export class CancelledTestEmailType {
  @Field(() => ID, { description: 'The watchId of the test.' })
  watchId: string;
}

export const CancelTestEmailResult = resultUnion({
  name: 'CancelTestEmailResult',
  noun: 'CancelledTestEmail',
  description: 'What was cancelled, or that there is no such test.',
  types: () => [CancelledTestEmailType, NotFoundType],
});
