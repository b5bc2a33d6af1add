import { NotFoundType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { EmailAttachmentType } from './attachment.type.ts';

export const RevokeAttachmentLinkResult = resultUnion({
  name: 'RevokeAttachmentLinkResult',
  noun: 'EmailAttachment',
  description: 'The attachment, whose link leads nowhere any more, or why there is none.',
  types: () => [EmailAttachmentType, NotFoundType],
});
