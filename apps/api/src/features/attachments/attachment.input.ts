import { Field, ID, InputType } from 'type-graphql';
import type { AttachmentRequest } from './attachment.requests.ts';

@InputType('AttachmentInput', {
  description: 'A file of an email: its content here as base64, or an upload. One of the two.',
})
export class AttachmentInput implements AttachmentRequest {
  @Field(() => String, {
    description:
      'Directories and invisible characters are taken out of it; what is left has at most 255 characters.',
  })
  filename: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its media type: "application/pdf". Left out, the ending of the name says it.',
  })
  contentType?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The content of a small file, as base64 of RFC 4648 without line breaks.',
  })
  base64?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A file put beforehand with PUT /uploads. It can be attached to any number of emails within 24 hours.',
  })
  uploadId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id by which the html shows it (<img src="cid:logo">): it stays in the email.',
  })
  contentId?: string | null;
}
