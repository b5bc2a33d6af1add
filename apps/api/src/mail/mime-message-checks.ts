import { headerProblems } from './header-problems.ts';
import type { MailContent, OctetSource } from './mail-content.ts';
import { parseMailbox, type Mailbox } from './mailbox.ts';
import { isContentId, isContentType, LONGEST_TOKEN } from './mime-tokens.ts';
import { hasUnsafeCharacter } from './unsafe-characters.ts';

const MESSAGE_ID = /^<[!#-'*+\-./0-9=?A-Z^-~]+@[[\]:.A-Za-z0-9_-]+>$/;
/**
 * Throws where a message would carry what the API has to refuse before. The last line of defence
 * against header injection, so it trusts no type.
 */
export function assertSound(mail: MailContent): void {
  for (const mailbox of [mail.from, ...(mail.replyTo ?? []), ...mail.to, ...(mail.cc ?? [])]) {
    assertMailbox(mailbox);
  }
  assertText('subject', mail.subject);
  assertForm('messageId', mail.messageId.length <= LONGEST_TOKEN && MESSAGE_ID.test(mail.messageId));
  if (Number.isNaN(mail.date.getTime())) throw new TypeError('date is no point in time');
  const [problem] = headerProblems(mail.headers ?? [], 'headers');
  if (problem !== undefined) throw new TypeError(`${problem.path} is ${problem.code}`);
  for (const attachment of mail.attachments ?? []) {
    assertText('filename', attachment.filename);
    assertForm('contentType', isContentType(attachment.contentType));
    if (attachment.contentId !== undefined) assertForm('contentId', isContentId(attachment.contentId));
    assertContent(attachment.content);
  }
}

function assertMailbox({ displayName, address }: Mailbox): void {
  if (displayName !== null) assertText('displayName', displayName);
  const parsed = parseMailbox(`<${address}>`, 'lenient');
  if ('code' in parsed || parsed.address !== address) throw new TypeError('address is no parsed address');
}

function assertContent(content: unknown): void {
  if (Buffer.isBuffer(content)) return;
  const { sizeBytes, open } = content as Partial<OctetSource>;
  if (!Number.isSafeInteger(sizeBytes) || typeof open !== 'function') {
    throw new TypeError('content is neither a Buffer nor a source of octets');
  }
}

/** The messages name the field, never its value: they reach logs. */
function assertText(field: string, text: string): void {
  if (hasUnsafeCharacter(text)) throw new TypeError(`${field} holds a control character`);
}

function assertForm(field: string, isRight: boolean): void {
  if (!isRight) throw new TypeError(`${field} has not the form of one`);
}
