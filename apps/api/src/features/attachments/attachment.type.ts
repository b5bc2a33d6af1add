import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { EmailAttachment } from './attachment.ts';

@ObjectType('EmailAttachment', {
  description: 'A file of an email, in it or behind a link.',
  simpleResolvers: true,
})
export class EmailAttachmentType implements EmailAttachment {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => String, {
    description: 'Its name as the email has it: cleaned of directories and invisible characters.',
  })
  filename: string;

  @Field(() => String, { description: 'Its media type: "application/pdf".' })
  contentType: string;

  @Field(() => Int, { description: 'Of the file itself, before any encoding.' })
  sizeBytes: number;

  @Field(() => Boolean, {
    description:
      'The email has a link to it. The link itself stands only in the email: whoever has it has the file.',
  })
  isLink: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The end of the link; null = it is none.' })
  expiresAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since then the link leads nowhere.' })
  revokedAt: Date | null;

  @Field(() => Int, { description: 'How often the file was fetched through its link.' })
  downloads: number;
}
