import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import { SmtpServerType } from '../smtp-servers/index.ts';
import { SendTestEmailInput } from './test-email.input.ts';
import { SendTestEmailResult } from './test-email.result.ts';
import type { TestEmails } from './test-emails.service.ts';
import type { TestReports } from './test-reports.service.ts';
import { TestReportType } from './test-report.type.ts';

@Resolver(() => SmtpServerType)
export class TestEmailResolver {
  private readonly testEmails: TestEmails;
  private readonly reports: TestReports;

  constructor(testEmails: TestEmails, reports: TestReports) {
    this.testEmails = testEmails;
    this.reports = reports;
  }

  @Authorized(Permission.SERVERS_TEST)
  @Mutation(() => SendTestEmailResult, {
    description:
      'Sends a test email and tells every step. It answers when the test has ended, within two to three minutes at most.',
  })
  sendTestEmail(
    @Arg('input', () => SendTestEmailInput, { description: 'Which server, from whom, to whom.' })
    input: SendTestEmailInput,
    @Ctx() context: RequestContext,
  ) {
    return this.testEmails.send(input, callerOf(context));
  }

  @FieldResolver(() => TestReportType, {
    nullable: true,
    description: 'The latest test of the saved settings; null = none yet.',
  })
  lastTest(@Root() server: SmtpServerType, @Ctx() context: RequestContext) {
    return this.reports.latest(context, server.id);
  }

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
