import type { SmtpFailure } from '../../smtp/index.ts';
import type { EmailState } from './email-state.ts';

/** Why a recipient did not get an email, or an attempt failed: the server's reason, or one of the outbox itself. */
export type EmailFailure = Omit<SmtpFailure, 'code'> & { code: string };

/** An email that was accepted by us: what a sender asked for, and what became of it. */
export interface Email {
  id: string;
  state: EmailState;
  /** null = deleted since. */
  serverId: string | null;
  serverName: string;
  /** As it stands in the header. */
  from: string;
  /** As they were given: mailboxes, or numbers for a fax server. */
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  /** In its angle brackets; the same in every attempt. */
  messageId: string;
  idempotencyKey: string | null;
  sendAt: Date | null;
  /** No try after it. */
  expiresAt: Date;
  possibleDuplicate: boolean;
  /** Octets of the message as it goes over the wire, before dot-stuffing. */
  sizeBytes: number;
  recipients: EmailRecipient[];
  attemptCount: number;
  /** null = no try to come by itself. */
  nextAttemptAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** One address of the envelope. */
export interface EmailRecipient {
  address: string;
  state: EmailState;
  /** The server's last words about this recipient, sanitised. */
  reply: string | null;
  failure: EmailFailure | null;
}

export interface DeliveryAttempt {
  /** 1, 2, 3 ... */
  number: number;
  /** Of the settings that were used. */
  serverRevision: number;
  startedAt: Date;
  /** null = still running, or its process died. */
  durationMs: number | null;
  /** null = in clear, or no connection. */
  tlsVersion: string | null;
  downgraded: boolean;
  reply: string | null;
  failure: EmailFailure | null;
}

/** So many attempts of an email are shown and kept, the latest ones. */
export const ATTEMPTS_KEPT = 50;

/** How long an email is tried (RFC 5321 section 4.5.4.1 asks for 4 to 5 days at least). */
export const LIFETIME_DAYS = 5;
