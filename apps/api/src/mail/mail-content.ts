import type { FilenameEncoding } from './filename-encoding.ts';
import type { Mailbox } from './mailbox.ts';

/**
 * What one message says. Recipients of blind copies are no part of it: they stand in the envelope
 * alone, so that no message can show them.
 */
export interface MailContent {
  from: Mailbox;
  to: readonly Mailbox[];
  cc?: readonly Mailbox[];
  replyTo?: readonly Mailbox[];
  subject: string;
  text?: string;
  html?: string;
  /** In its angle brackets, by `newMessageId`. */
  messageId: string;
  date: Date;
  /** Those that `headerProblems` finds nothing wrong with; any other field is ours to write. */
  headers?: readonly MailHeader[];
  attachments?: readonly MailAttachment[];
  attachmentFilenameEncoding?: FilenameEncoding;
}

export interface MailHeader {
  name: string;
  value: string;
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer | OctetSource;
  /** Without angle brackets. Where the message has html, the part is shown in it (`cid:`), not listed. */
  contentId?: string;
}

/** A file that is read while the message is written, so that it never lies in memory as a whole. */
export interface OctetSource {
  sizeBytes: number;
  /** Exactly so many octets, each time it is called. */
  open: () => AsyncIterable<Uint8Array>;
}
