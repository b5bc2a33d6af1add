import { createHash } from 'node:crypto';
import { base64LinesOf, base64LinesSize } from './base64-lines.ts';
import { foldedHeader } from './encoded-text.ts';
import { FilenameEncoding } from './filename-encoding.ts';
import { headerField, subjectField } from './header-field.ts';
import { mailboxHeader } from './mailbox-header.ts';
import type { MailContent, OctetSource } from './mail-content.ts';
import { assertSound } from './mime-message-checks.ts';
import { bodyPart, type MimePart } from './mime-parts.ts';

export interface ComposedMessage {
  /** Of all the octets, known before any file is read. */
  sizeBytes: number;
  /** An address in the headers needs RFC 6531. There is no other reason for an octet above 127, so 8BITMIME is never needed alone. */
  needsSmtpUtf8: boolean;
  /** Throws what a source throws, and TypeError where one gives other than the octets it announced. */
  octets: () => AsyncGenerator<Buffer, void, undefined>;
  /** The same at once, for what is small. */
  whole: () => Promise<Buffer>;
}

/**
 * The message as it is sent after DATA, before dot-stuffing: CRLF line ends, ASCII alone (but for an
 * address that needs SMTPUTF8 itself), lines below 998 octets. The same content gives the same octets.
 *
 * Throws where content that the API must have refused arrives here: control characters in a header,
 * a field that is ours, a mailbox that no parser made. Such a message is never written.
 */
export function composeMessageStream(mail: MailContent): ComposedMessage {
  const pieces = piecesOf(mail);
  return {
    sizeBytes: pieces.reduce((sum, piece) => sum + sizeOf(piece), 0),
    needsSmtpUtf8: addressesOf(mail).some((mailbox) => mailbox.needsSmtpUtf8),
    octets: () => octetsOf(pieces),
    whole: () => wholeOf(pieces),
  };
}

/** Its octets at once. */
export async function composeMessage(mail: MailContent): Promise<Buffer> {
  return wholeOf(piecesOf(mail));
}

async function wholeOf(pieces: readonly Piece[]): Promise<Buffer> {
  if (pieces.length === 1 && typeof pieces[0] === 'string') return Buffer.from(pieces[0]);
  const chunks: Buffer[] = [];
  for await (const chunk of octetsOf(pieces)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Octets that are encoded at once. */
const SLICE = 1024 * 1024;

type Piece = string | { base64: Buffer | OctetSource };

function piecesOf(mail: MailContent): Piece[] {
  assertSound(mail);
  let boundaries = 0;
  const root = bodyPart(mail, mail.attachmentFilenameEncoding ?? FilenameEncoding.BOTH, () => {
    boundaries += 1;
    return boundary(mail.messageId, boundaries);
  });
  const pieces: Piece[] = [];
  add(pieces, ownHeaders(mail));
  addPart(pieces, root);
  const last = pieces.at(-1);
  if (typeof last === 'string' && !last.endsWith('\r\n')) add(pieces, '\r\n');
  return pieces;
}

/**
 * Not guessable for who wrote the text, as the Message-ID is made later, from random bits. "=_" occurs neither in quoted-printable
 * nor in base64 (RFC 2045 section 6.7).
 */
function boundary(messageId: string, number: number): string {
  const unguessable = createHash('sha256').update(messageId).digest('hex').slice(0, 32);
  return `=_${unguessable}_${String(number)}`;
}

function ownHeaders(mail: MailContent): string {
  const { from, to, cc = [], replyTo = [], subject, headers = [] } = mail;
  return [
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}\r\n`,
    mailboxHeader('From', [from]),
    replyTo.length === 0 ? '' : mailboxHeader('Reply-To', replyTo),
    to.length === 0 ? '' : mailboxHeader('To', to),
    cc.length === 0 ? '' : mailboxHeader('Cc', cc),
    subject === '' ? '' : subjectField(subject),
    foldedHeader('Message-ID', [mail.messageId]),
    ...headers.map(headerField),
    'MIME-Version: 1.0\r\n',
  ].join('');
}

function addPart(pieces: Piece[], { headers, body }: MimePart): void {
  add(pieces, `${headers}\r\n`);
  if (typeof body === 'string') {
    add(pieces, body);
  } else if ('base64' in body) {
    pieces.push(body);
  } else {
    for (const [index, part] of body.parts.entries()) {
      add(pieces, `${index === 0 ? '' : '\r\n'}--${body.boundary}\r\n`);
      addPart(pieces, part);
    }
    add(pieces, `\r\n--${body.boundary}--\r\n`);
  }
}

function add(pieces: Piece[], text: string): void {
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
  else pieces.push(text);
}

function sizeOf(piece: Piece): number {
  if (typeof piece === 'string') return Buffer.byteLength(piece);
  const { base64 } = piece;
  return base64LinesSize(Buffer.isBuffer(base64) ? base64.length : base64.sizeBytes);
}

async function* octetsOf(pieces: readonly Piece[]): AsyncGenerator<Buffer, void, undefined> {
  for (const piece of pieces) {
    if (typeof piece === 'string') yield Buffer.from(piece);
    else
      yield* base64LinesOf(
        Buffer.isBuffer(piece.base64) ? inSlices(piece.base64) : asAnnounced(piece.base64),
      );
  }
}

/** A large file in memory is not doubled by its encoding. */
function* inSlices(octets: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < octets.length; at += SLICE) yield octets.subarray(at, at + SLICE);
}

/** SIZE was announced to the server by it, and a range of the message kept by it. */
async function* asAnnounced({ sizeBytes, open }: OctetSource): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  for await (const chunk of open()) {
    seen += chunk.length;
    if (seen > sizeBytes) break;
    yield chunk;
  }
  if (seen !== sizeBytes) throw new TypeError('a file has another size than was announced');
}

function addressesOf({ from, to, cc = [], replyTo = [] }: MailContent) {
  return [from, ...to, ...cc, ...replyTo];
}
