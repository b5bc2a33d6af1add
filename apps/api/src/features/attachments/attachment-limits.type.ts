import { Field, Int, ObjectType } from 'type-graphql';
import type { AttachmentLimits } from './attachment-limits.ts';

@ObjectType('AttachmentLimits', {
  description: 'What this deployment allows of attachments, whatever the server.',
  simpleResolvers: true,
})
export class AttachmentLimitsType implements AttachmentLimits {
  @Field(() => Int, {
    description: 'The largest single file, put with PUT /uploads or given as base64 (UPLOAD_MAX_BYTES).',
  })
  uploadMaxBytes: number;

  @Field(() => Int, { description: 'How many days the link to a file works (LINK_DAYS).' })
  linkDays: number;
}
