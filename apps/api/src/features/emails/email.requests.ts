import type { MailHeader } from '../../mail/mail-content.ts';
import type { AttachmentRequest } from '../attachments/index.ts';
import type { SmtpServerRef } from '../smtp-servers/index.ts';
import type { EmailState } from './email-state.ts';

export interface SendEmail {
  server?: SmtpServerRef | null;
  from?: string | null;
  to: string[];
  cc?: string[] | null;
  bcc?: string[] | null;
  replyTo?: string[] | null;
  subject: string;
  text?: string | null;
  html?: string | null;
  headers?: MailHeader[] | null;
  attachments?: AttachmentRequest[] | null;
  sendAt?: Date | null;
  idempotencyKey?: string | null;
}

export interface ListEmails {
  first: number;
  after?: string | null;
  filter?: EmailFilter | null;
}

/** What is left out excludes nothing. */
export interface EmailFilter {
  states?: EmailState[] | null;
  serverId?: string | null;
  search?: string | null;
  recipient?: string | null;
  messageId?: string | null;
  idempotencyKey?: string | null;
  since?: Date | null;
  until?: Date | null;
}

export interface ChangedEmails {
  matched: number;
  changed: number;
  skipped: number;
}

export interface NoDefaultServer {
  refusal: 'NoDefaultServer';
  code: 'NO_DEFAULT_SERVER';
  message: string;
}

export interface IdempotencyConflict {
  refusal: 'IdempotencyConflict';
  code: 'IDEMPOTENCY_CONFLICT';
  message: string;
}

export interface WrongState {
  refusal: 'WrongState';
  code: 'WRONG_STATE';
  message: string;
  state: EmailState;
}
