import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { callerOf, Permission, requirePermission, type RequestContext } from '../access/index.ts';
import { SmtpServerType } from '../smtp-servers/index.ts';
import { SendTestEmailInput } from './test-email.input.ts';
import { CancelTestEmailResult, SendTestEmailResult } from './test-email.result.ts';
import type { TestEmails } from './test-emails.service.ts';
import { TEST_PROGRESS_TOPIC, type TestWatch } from './test-progress.ts';
import type { TestReports } from './test-reports.service.ts';
import { TestReportType, TestStepType } from './test-report.type.ts';
import type { TestRuns } from './test-runs.service.ts';

@Resolver(() => SmtpServerType)
export class TestEmailResolver {
  private readonly testEmails: TestEmails;
  private readonly runs: TestRuns;
  private readonly reports: TestReports;

  constructor(ports: { testEmails: TestEmails; runs: TestRuns; reports: TestReports }) {
    this.testEmails = ports.testEmails;
    this.runs = ports.runs;
    this.reports = ports.reports;
  }

  @Authorized(Permission.SERVERS_TEST)
  @Mutation(() => SendTestEmailResult, {
    description:
      'Tests a server and tells every step. It answers when the test has ended: within two to three minutes at most, and mostly at ' +
      'once. At most 10 tests a minute, unless the deployment says otherwise. A draft needs the permission to change servers.',
  })
  sendTestEmail(
    @Arg('input', () => SendTestEmailInput, { description: 'Which server, from whom, to whom.' })
    input: SendTestEmailInput,
    @Ctx() context: RequestContext,
  ) {
    if (input.draft) requirePermission(context, Permission.SERVERS_WRITE);
    return this.testEmails.send(input, callerOf(context));
  }

  @Authorized(Permission.SERVERS_TEST)
  @Mutation(() => CancelTestEmailResult, {
    description: 'Ends a running test of yours; its report says CANCELLED.',
  })
  cancelTestEmail(
    @Arg('watchId', () => ID, { description: 'The watchId that the test was started with.' }) watchId: string,
    @Ctx() context: RequestContext,
  ) {
    return this.runs.cancel(callerOf(context).id, watchId);
  }

  @Authorized(Permission.SERVERS_TEST)
  @Subscription(() => TestStepType, {
    description:
      'The steps of a test of yours as they happen, from the first one on, whether it was opened before the test began or after. A step ' +
      'comes again when it changes. It completes with the test; closing it cancels nothing.',
    topics: TEST_PROGRESS_TOPIC,
    topicId: ({ args, context }: { args: { watchId: string }; context: RequestContext }): TestWatch => ({
      callerId: callerOf(context).id,
      watchId: args.watchId,
    }),
  })
  testEmailProgress(
    @Root() step: TestStepType,
    @Arg('watchId', () => ID, { description: 'The watchId that the test is started with.' }) _watchId: string,
  ): TestStepType {
    return step;
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => TestReportType, {
    nullable: true,
    description: 'The latest test of the saved settings; null = none yet.',
  })
  lastTest(@Root() server: SmtpServerType, @Ctx() context: RequestContext) {
    return this.reports.latest(context, server.id);
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => [TestReportType], {
    description: 'Tests of the saved settings, newest first; the last 20 are kept.',
  })
  tests(
    @Root() server: SmtpServerType,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ) {
    return this.reports.newest(server.id, first);
  }
}
