import type { EmailDetailsFragment } from '../../generated/graphql.ts';

export type EmailAttachment = EmailDetailsFragment['attachments'][number];

/** Whether a file is in the email, or whether the link to it leads anywhere. */
export type LinkState = 'IN_EMAIL' | 'OPEN' | 'ENDED' | 'REVOKED';

export function linkState(
  { isLink, expiresAt, revokedAt }: Pick<EmailAttachment, 'isLink' | 'expiresAt' | 'revokedAt'>,
  now: Date,
): LinkState {
  if (!isLink) return 'IN_EMAIL';
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt !== null && new Date(expiresAt) <= now ? 'ENDED' : 'OPEN';
}

/** Icon and colour; always beside the words. */
export const linkLook: Record<LinkState, { icon: string; class: string }> = {
  IN_EMAIL: { icon: 'i-lucide-paperclip', class: 'text-muted' },
  OPEN: { icon: 'i-lucide-link', class: 'text-success' },
  ENDED: { icon: 'i-lucide-clock', class: 'text-muted' },
  REVOKED: { icon: 'i-lucide-ban', class: 'text-muted' },
};
