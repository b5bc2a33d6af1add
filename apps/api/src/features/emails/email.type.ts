import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfoType } from '../../paging/page.type.ts';
import { SmtpFailureType } from '../smtp-servers/index.ts';
import type { DeliveryAttempt, Email, EmailRecipient } from './email.ts';
import { EmailState } from './email-state.ts';
import type { ChangedEmails } from './email.requests.ts';

registerEnumType(EmailState, {
  name: 'EmailState',
  description: 'What became of an email, or of one of its recipients.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn, or for its time.' },
    SENDING: { description: 'A worker is at it.' },
    DEFERRED: { description: 'A try failed for now; nextAttemptAt says when the next comes.' },
    HELD: {
      description:
        "The server's settings are refused (password, certificate, ...) or it is disabled: no try is used up, it does not expire.",
    },
    ACCEPTED: { description: 'The server took it for every recipient that was not refused.' },
    FAILED: { description: 'Refused for good, for every recipient; or its time was over.' },
    UNCERTAIN: { description: 'The connection was lost after the final dot: it may have been sent.' },
    CANCELLED: { description: 'Stopped before it was sent.' },
  },
});

@ObjectType('EmailRecipient', { description: 'One address of the envelope.', simpleResolvers: true })
export class EmailRecipientType implements EmailRecipient {
  @Field(() => String, { description: 'The address, as RCPT names it.' })
  address: string;

  @Field(() => EmailState, { description: 'What became of it here.' })
  state: EmailState;

  @Field(() => String, { nullable: true, description: "The server's last words about it, sanitised." })
  reply: string | null;

  @Field(() => SmtpFailureType, { nullable: true, description: 'Why it was not accepted, so far.' })
  failure: SmtpFailureType | null;
}

@ObjectType('DeliveryAttempt', { description: 'One try to hand the email over.', simpleResolvers: true })
export class DeliveryAttemptType implements DeliveryAttempt {
  @Field(() => Int, { description: '1, 2, 3 ...' })
  number: number;

  @Field(() => Int, { description: "Revision of the server's settings that were used." })
  serverRevision: number;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => Int, { nullable: true, description: 'null = still running, or its process died.' })
  durationMs: number | null;

  @Field(() => String, { nullable: true, description: '"TLSv1.3"; null = in clear, or no connection.' })
  tlsVersion: string | null;

  @Field(() => Boolean, { description: 'StartTLS was wanted and the email went in clear.' })
  downgraded: boolean;

  @Field(() => String, { nullable: true, description: "The server's last words, sanitised." })
  reply: string | null;

  @Field(() => SmtpFailureType, { nullable: true, description: 'Why it failed; null = it did not.' })
  failure: SmtpFailureType | null;
}

@ObjectType('Email', { description: 'An email that was accepted for sending.', simpleResolvers: true })
export class EmailType implements Omit<Email, 'serverId'> {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => EmailState, { description: 'What became of it.' })
  state: EmailState;

  /** For the field `server`. */
  serverId: string | null;

  @Field(() => String, { description: "The server's name when the email was given to it." })
  serverName: string;

  @Field(() => String, { description: 'The sender, as the header has it.' })
  from: string;

  @Field(() => [String], { description: 'As they were given.' })
  to: string[];

  @Field(() => [String], { description: 'As they were given.' })
  cc: string[];

  @Field(() => [String], { description: 'As they were given.' })
  bcc: string[];

  @Field(() => [String], { description: 'As they were given.' })
  replyTo: string[];

  @Field(() => String, { description: 'The subject.' })
  subject: string;

  @Field(() => String, { description: 'The Message-ID header, the same in every attempt.' })
  messageId: string;

  @Field(() => String, { nullable: true, description: 'The key that it was sent with.' })
  idempotencyKey: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Not sent before.' })
  sendAt: Date | null;

  @Field(() => GraphQLDateTime, { description: 'No try after it.' })
  expiresAt: Date;

  @Field(() => Boolean, {
    description: 'It was tried again after an attempt whose outcome is unknown: it may arrive twice.',
  })
  possibleDuplicate: boolean;

  @Field(() => Int, { description: 'Bytes of the whole message.' })
  sizeBytes: number;

  @Field(() => [EmailRecipientType], { description: 'Each address of the envelope with its own outcome.' })
  recipients: EmailRecipientType[];

  @Field(() => Int, { description: 'How often it was tried.' })
  attemptCount: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it is tried next; null = not by itself.',
  })
  nextAttemptAt: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it was accepted by us.' })
  createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When something last became of it.' })
  updatedAt: Date;
}

@ObjectType('EmailEdge', { description: 'An email and its place in the list.', simpleResolvers: true })
export class EmailEdgeType {
  @Field(() => String, { description: 'Give it as `after` to get what follows.' })
  cursor: string;

  @Field(() => EmailType, { description: 'The email.' })
  node: EmailType;
}

@ObjectType('EmailConnection', { description: 'A page of emails, newest first.', simpleResolvers: true })
export class EmailConnectionType {
  @Field(() => [EmailEdgeType], { description: 'The emails with their cursors.' })
  edges: EmailEdgeType[];

  @Field(() => [EmailType], { description: 'The emails alone.' })
  nodes: EmailType[];

  @Field(() => PageInfoType, { description: 'Where this page lies.' })
  pageInfo: PageInfoType;
}

@ObjectType('ChangedEmails', { description: 'What an act on many emails did.', simpleResolvers: true })
export class ChangedEmailsType implements ChangedEmails {
  @Field(() => Int, { description: 'Emails that the filter names.' })
  matched: number;

  @Field(() => Int, { description: 'Those that were changed, or would be.' })
  changed: number;

  @Field(() => Int, { description: 'Those past the point where this can be done.' })
  skipped: number;
}
