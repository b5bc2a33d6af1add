import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import { foldedHeader, headerWords } from './encoded-text.ts';
import { FilenameEncoding } from './filename-encoding.ts';
import { mailboxHeader } from './mailbox-header.ts';
import type { MailContent } from './mail-content.ts';
import { assertSound } from './mime-message-checks.ts';
import { bodyNode } from './mime-parts.ts';

/**
 * The message as it is sent after DATA, before dot-stuffing: CRLF line ends, ASCII alone (but for an
 * address that needs SMTPUTF8 itself), lines below 998 octets. The same content gives the same octets.
 *
 * Throws where content that the API must have refused arrives here: control characters in a header,
 * a field that is not `X-`, a mailbox that no parser made. Such a message is never written.
 */
export async function composeMessage(mail: MailContent): Promise<Buffer> {
  assertSound(mail);
  const filenameEncoding = mail.attachmentFilenameEncoding ?? FilenameEncoding.BOTH;
  // Not guessable for who wrote the text, as the Message-ID is made later, from random bits.
  const baseBoundary = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32);
  const node = bodyNode(mail, filenameEncoding, (contentType) => {
    // "=_" occurs neither in quoted-printable nor in base64 (RFC 2045 section 6.7).
    return new MimeNode(contentType, {
      baseBoundary,
      boundaryPrefix: '=_',
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });
  node.setHeader('Message-ID', mail.messageId);
  node.setHeader('Date', mail.date);
  return Buffer.concat([Buffer.from(ownHeaders(mail)), await node.build()]);
}

/** The fields that stand before those of nodemailer: Date, Message-ID, MIME-Version, Content-*. */
function ownHeaders(mail: MailContent): string {
  const { from, to, cc = [], replyTo, subject, headers = {} } = mail;
  return [
    mailboxHeader('From', [from]),
    replyTo === undefined ? '' : mailboxHeader('Reply-To', [replyTo]),
    to.length === 0 ? '' : mailboxHeader('To', to),
    cc.length === 0 ? '' : mailboxHeader('Cc', cc),
    subject === '' ? '' : foldedHeader('Subject', headerWords(subject)),
    ...Object.entries(headers).map(([name, value]) => foldedHeader(name, headerWords(value))),
  ].join('');
}
