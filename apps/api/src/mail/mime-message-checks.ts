import { headerProblems } from './header-problems.ts';
import type { MailContent, OctetSource } from './mail-content.ts';
import { parseMailbox, type Mailbox } from './mailbox.ts';
import { hasUnsafeCharacter } from './unsafe-characters.ts';

/** Octets of what is written on one line whatever its length; RFC 5322 section 2.1.1 ends it at 998. */
const MAX_TOKEN = 250;

const MESSAGE_ID = /^<[!#-'*+\-./0-9=?A-Z^-~]+@[[\]:.A-Za-z0-9_-]+>$/;
const CONTENT_ID = /^[!#-'*+\-./0-9=?@A-Z^-~]+$/;
/** `type/subtype` and at most a few parameters with token values (RFC 2045 section 5.1), none of them the name. */
const CONTENT_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?(?!name)[\w-]+=[\w!#$&^.+-]+)*$/i;

/**
 * Throws where a message would carry what the API has to refuse before. The last line of defence
 * against header injection, so it trusts no type.
 */
export function assertSound(mail: MailContent): void {
  for (const mailbox of [mail.from, ...(mail.replyTo ?? []), ...mail.to, ...(mail.cc ?? [])]) {
    assertMailbox(mailbox);
  }
  assertText('subject', mail.subject);
  assertToken('messageId', mail.messageId, MESSAGE_ID);
  if (Number.isNaN(mail.date.getTime())) throw new TypeError('date is no point in time');
  const [problem] = headerProblems(mail.headers ?? [], 'headers');
  if (problem !== undefined) throw new TypeError(`${problem.path} is ${problem.code}`);
  for (const attachment of mail.attachments ?? []) {
    assertText('filename', attachment.filename);
    assertToken('contentType', attachment.contentType, CONTENT_TYPE);
    if (attachment.contentId !== undefined) assertToken('contentId', attachment.contentId, CONTENT_ID);
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

function assertToken(field: string, token: string, form: RegExp): void {
  if (token.length > MAX_TOKEN || !form.test(token)) throw new TypeError(`${field} has not the form of one`);
}
