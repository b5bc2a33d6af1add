import type { Email } from './email.ts';
import { EmailState } from './email-state.ts';
import { recipientsOf, type StoredRecipient } from './stored-recipient.ts';

/** What was just stored, as the one who sent it sees it. */
export function acceptedEmail(
  email: Pick<
    Email,
    | 'id'
    | 'serverId'
    | 'serverName'
    | 'from'
    | 'to'
    | 'cc'
    | 'bcc'
    | 'replyTo'
    | 'subject'
    | 'messageId'
    | 'idempotencyKey'
    | 'sendAt'
    | 'sizeBytes'
    | 'createdAt'
  > & { recipients: StoredRecipient[] },
  stored: { state: EmailState; dueAt: Date; expiresAt: Date },
): Email {
  return {
    ...email,
    state: stored.state,
    recipients: recipientsOf(email.recipients, stored.state),
    expiresAt: stored.expiresAt,
    nextAttemptAt: stored.state === EmailState.HELD ? null : stored.dueAt,
    possibleDuplicate: false,
    attemptCount: 0,
    updatedAt: email.createdAt,
  };
}
