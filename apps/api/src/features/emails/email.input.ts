import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { MailHeader } from '../../mail/mail-content.ts';
import { AttachmentInput } from '../attachments/index.ts';
import { SmtpServerRefInput } from '../smtp-servers/index.ts';
import { EmailState } from './email-state.ts';
import type { EmailFilter, SendEmail } from './email.requests.ts';

@InputType('HeaderInput', { description: 'A header field of the email.' })
export class HeaderInput implements MailHeader {
  @Field(() => String, { description: 'X-* or one of the allowed names.' })
  name: string;

  @Field(() => String, { description: 'One line of text; encoded where it needs to be.' })
  value: string;
}

@InputType('SendEmailInput', { description: 'An email.' })
export class SendEmailInput implements SendEmail {
  @Field(() => SmtpServerRefInput, { nullable: true, description: 'Left out = the default server.' })
  server?: SmtpServerRefInput | null;

  @Field(() => String, {
    nullable: true,
    description: "One mailbox; left out = the server's default sender.",
  })
  from?: string | null;

  @Field(() => [String], { description: 'One mailbox each; for a fax server one number each.' })
  to: string[];

  @Field(() => [String], { nullable: true, description: 'Copies, seen by everybody.' })
  cc?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Copies that no recipient sees.' })
  bcc?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Where answers go.' })
  replyTo?: string[] | null;

  @Field(() => String, { defaultValue: '', description: 'At most 998 characters.' })
  subject: string;

  @Field(() => String, { nullable: true, description: 'The text. With html beside it: its alternative.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The HTML.' })
  html?: string | null;

  @Field(() => [HeaderInput], {
    nullable: true,
    description: 'Header fields: X-* and a short list of others.',
  })
  headers?: HeaderInput[] | null;

  @Field(() => [AttachmentInput], { nullable: true, description: 'Files.' })
  attachments?: AttachmentInput[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Not before; left out = now.' })
  sendAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same key again with the same content answers with the same email and sends nothing; at most 255 characters.',
  })
  idempotencyKey?: string | null;
}

@InputType('EmailFilter', { description: 'What is left out excludes nothing.' })
export class EmailFilterInput implements EmailFilter {
  @Field(() => [EmailState], { nullable: true, description: 'Only these.' })
  states?: EmailState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only of this server.' })
  serverId?: string | null;

  @Field(() => String, { nullable: true, description: 'A part of the subject or of an address.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'One whole address of the envelope.' })
  recipient?: string | null;

  @Field(() => String, { nullable: true, description: 'A whole Message-ID, with or without its brackets.' })
  messageId?: string | null;

  @Field(() => String, { nullable: true, description: 'A whole idempotency key.' })
  idempotencyKey?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Accepted by us at this moment or later.' })
  since?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Accepted by us before this moment.' })
  until?: Date | null;
}
