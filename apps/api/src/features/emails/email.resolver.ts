import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, Permission, Rule, type RequestContext } from '../access/index.ts';
import { EmailAttachmentType } from '../attachments/index.ts';
import { SmtpServerRefInput, SmtpServerType } from '../smtp-servers/index.ts';
import { EmailFilterInput, SendEmailInput } from './email.input.ts';
import { CancelEmailResult, RetryEmailResult, SendEmailResult } from './email.result.ts';
import { ChangedEmailsType, DeliveryAttemptType, EmailConnectionType, EmailType } from './email.type.ts';
import type { EmailAcceptance } from './email-acceptance.service.ts';
import type { EmailChanges } from './email-changes.service.ts';
import type { EmailList } from './email-list.service.ts';

@Resolver(() => EmailType)
export class EmailResolver {
  private readonly acceptance: EmailAcceptance;
  private readonly changes: EmailChanges;
  private readonly list: EmailList;

  constructor(ports: { acceptance: EmailAcceptance; changes: EmailChanges; list: EmailList }) {
    this.acceptance = ports.acceptance;
    this.changes = ports.changes;
    this.list = ports.list;
  }

  @Authorized(Permission.EMAILS_READ)
  @Query(() => EmailConnectionType, { description: 'The emails, newest first.' })
  emails(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'endCursor of the page before.' })
    after?: string | null,
    @Arg('filter', () => EmailFilterInput, { nullable: true, description: 'Only those that it names.' })
    filter?: EmailFilterInput | null,
  ) {
    return this.list.page({ first, after: after ?? null, filter: filter ?? null }, callerOf(context));
  }

  @Authorized(Permission.EMAILS_READ)
  @Query(() => EmailType, { nullable: true, description: 'One email; null = there is none.' })
  email(@Arg('id', () => ID, { description: 'Which one.' }) id: string, @Ctx() context: RequestContext) {
    return this.list.find(id, callerOf(context));
  }

  @Authorized(Permission.EMAILS_SEND)
  @Mutation(() => SendEmailResult, {
    description:
      'Accepts an email for sending. When this answers, the email is stored and will be sent, or will visibly fail; it survives a crash.',
  })
  sendEmail(
    @Arg('input', () => SendEmailInput, { description: 'The email.' }) input: SendEmailInput,
    @Ctx() context: RequestContext,
  ) {
    return this.acceptance.send(input, callerOf(context), context.spend);
  }

  @Authorized(Permission.EMAILS_SEND)
  @Mutation(() => [SendEmailResult], {
    description:
      'Accepts up to 500 emails, each on its own: one that is refused hinders no other. The results stand in the order of the inputs.',
  })
  sendEmails(
    @Arg('inputs', () => [SendEmailInput], { description: 'The emails.' }) inputs: SendEmailInput[],
    @Ctx() context: RequestContext,
  ) {
    return this.acceptance.sendAll(inputs, callerOf(context), context.spend);
  }

  @Authorized(Permission.EMAILS_MANAGE)
  @Mutation(() => RetryEmailResult, {
    description:
      'Tries an email now, whatever its schedule says; over another server where one is given. One whose outcome is unknown may arrive ' +
      'twice by this, and is marked so.',
  })
  retryEmail(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Arg('server', () => SmtpServerRefInput, { nullable: true, description: 'Left out = the same server.' })
    server?: SmtpServerRefInput | null,
  ) {
    return this.changes.retry(id, server ?? null, callerOf(context));
  }

  @Authorized(Permission.EMAILS_MANAGE)
  @Mutation(() => CancelEmailResult, {
    description: 'Stops an email before its next try. One that a worker is at cannot be stopped.',
  })
  cancelEmail(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.changes.cancel(id, callerOf(context));
  }

  @Authorized(Permission.EMAILS_MANAGE)
  @Mutation(() => ChangedEmailsType, {
    description:
      'Tries all emails again that the filter names, spread over time. The newest one of the moment is the last that counts.',
  })
  retryEmails(
    @Arg('filter', () => EmailFilterInput, { description: 'Which ones.' }) filter: EmailFilterInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Only count.' }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ) {
    return this.changes.retryAll(filter, dryRun, callerOf(context));
  }

  @Authorized(Permission.EMAILS_MANAGE)
  @Mutation(() => ChangedEmailsType, { description: 'Stops all emails that the filter names.' })
  cancelEmails(
    @Arg('filter', () => EmailFilterInput, { description: 'Which ones.' }) filter: EmailFilterInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Only count.' }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ) {
    return this.changes.cancelAll(filter, dryRun, callerOf(context));
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => SmtpServerType, { nullable: true, description: 'null = deleted since.' })
  server(@Root() email: EmailType, @Ctx() context: RequestContext) {
    return this.list.serverOf(context, email.serverId);
  }

  // Whoever may send sees what became of the files it sent.
  @Authorized(Rule.CALLER)
  @FieldResolver(() => [EmailAttachmentType], { description: 'Its files, in it or behind links.' })
  attachments(@Root() email: EmailType, @Ctx() context: RequestContext) {
    return this.list.attachmentsOf(context, email.id);
  }

  @Authorized(Permission.EMAILS_READ)
  @FieldResolver(() => [DeliveryAttemptType], { description: 'The last 50, oldest first.' })
  attempts(@Root() email: EmailType) {
    return this.list.attemptsOf(email.id);
  }
}

/** How many emails match may take long to count, so it is counted only where it is asked for. */
@Resolver(() => EmailConnectionType)
export class EmailConnectionResolver {
  @Authorized(Permission.EMAILS_READ)
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many match; null = more than 10,000.',
  })
  totalCount(@Root() page: { countAll: () => Promise<number | null> }) {
    return page.countAll();
  }
}

/** What the outbox adds to a server. */
@Resolver(() => SmtpServerType)
export class SmtpServerEmailsResolver {
  private readonly list: EmailList;

  constructor(list: EmailList) {
    this.list = list;
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => Int, { description: 'Emails that wait for it, held and deferred ones too.' })
  waitingEmails(@Root() server: SmtpServerType, @Ctx() context: RequestContext) {
    return this.list.waitingOf(context, server.id);
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => Int, {
    description: 'Emails that failed, or whose outcome is unknown, as far back as they are kept.',
  })
  failedEmails(@Root() server: SmtpServerType, @Ctx() context: RequestContext) {
    return this.list.failedOf(context, server.id);
  }
}
