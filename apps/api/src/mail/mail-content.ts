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
  replyTo?: Mailbox;
  subject: string;
  text?: string;
  html?: string;
  /** In its angle brackets, by `newMessageId`. */
  messageId: string;
  date: Date;
  /** `X-` fields alone; any other one is ours to write. */
  headers?: Readonly<Record<string, string>>;
  attachments?: readonly MailAttachment[];
  attachmentFilenameEncoding?: FilenameEncoding;
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
  /** Without angle brackets. Where the message has html, the part is shown in it (`cid:`), not listed. */
  contentId?: string;
}
