import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { callerOf, Permission, Rule, type RequestContext } from '../access/index.ts';
import type { AttachmentLimits } from './attachment-limits.ts';
import { AttachmentLimitsType } from './attachment-limits.type.ts';
import { RevokeAttachmentLinkResult } from './attachment.result.ts';
import type { Attachments } from './attachments.service.ts';

@Resolver()
export class AttachmentResolver {
  private readonly attachments: Attachments;
  private readonly limits: AttachmentLimits;

  constructor(attachments: Attachments, limits: AttachmentLimits) {
    this.attachments = attachments;
    this.limits = limits;
  }

  @Authorized(Rule.CALLER)
  @Query(() => AttachmentLimitsType, { description: 'What to know before a file is sent.' })
  attachmentLimits(): AttachmentLimits {
    return this.limits;
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
