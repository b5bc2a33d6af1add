import { parseMailbox, type Mailbox } from '../../mail/mailbox.ts';
import { domainOnTheWire } from '../../mail/domain-name.ts';
import type { Caller } from './request-context.ts';

/**
 * The one spelling of what a token may send as: `local@domain` or `@domain`, the domain in A-labels, lower case. null = neither.
 */
export function allowedSender(text: string): string | null {
  const typed = text.trim();
  if (typed.startsWith('@')) {
    const domain = domainOnTheWire(typed.slice(1));
    return 'domain' in domain && domain.domain.includes('.') ? `@${domain.domain.toLowerCase()}` : null;
  }
  const mailbox = parseMailbox(typed, 'lenient');
  return 'address' in mailbox && mailbox.displayName === null ? senderKey(mailbox) : null;
}

/** May the caller send as this mailbox? @example.org allows nobody at sub.example.org. */
export function maySendFrom(
  { allowedFrom }: Pick<Caller, 'allowedFrom'>,
  mailbox: Pick<Mailbox, 'localPart' | 'domain'>,
): boolean {
  if (allowedFrom === null) return true;
  return allowedFrom.includes(senderKey(mailbox)) || allowedFrom.includes(`@${mailbox.domain.toLowerCase()}`);
}

function senderKey({ localPart, domain }: Pick<Mailbox, 'localPart' | 'domain'>): string {
  return `${localPart.toLowerCase()}@${domain.toLowerCase()}`;
}

/** May the caller see and use this server? One that it may not looks as if it were not there. */
export function mayUseServer({ serverIds }: Pick<Caller, 'serverIds'>, serverId: string): boolean {
  return serverIds === null || serverIds.has(serverId.toLowerCase());
}
