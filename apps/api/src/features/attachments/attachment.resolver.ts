import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import { RevokeAttachmentLinkResult } from './attachment.result.ts';
import type { Attachments } from './attachments.service.ts';

@Resolver()
export class AttachmentResolver {
  private readonly attachments: Attachments;

  constructor(attachments: Attachments) {
    this.attachments = attachments;
  }

  @Authorized(Permission.EMAILS_MANAGE)
  @Mutation(() => RevokeAttachmentLinkResult, {
    description:
      'Ends the link of an attachment at once; the file is deleted soon after. Once more changes nothing.',
  })
  revokeAttachmentLink(
    @Arg('id', () => ID, { description: 'Which attachment.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.attachments.revokeLink(id, callerOf(context));
  }
}
