import { ReceivedReply, type SmtpReply } from './smtp-reply.ts';

/** What a server may leave unread at most; one byte more ends the connection. */
export const MAX_UNREAD_BYTES = 64 * 1024;

export const ReplyViolation = {
  /** The first bytes on the connection are no reply: whatever listens there does not speak SMTP. */
  NOT_SMTP: 'NOT_SMTP',
  /** A later line is no reply line, or a multi-line reply changes its code. */
  MALFORMED: 'MALFORMED',
  TOO_LONG: 'TOO_LONG',
} as const;
export type ReplyViolation = (typeof ReplyViolation)[keyof typeof ReplyViolation];

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/**
 * Bytes in, replies out (RFC 5321 section 4.2). Strict where an answer could be mistaken: every line begins
 * with `[2-5][0-9][0-9]` and a space, a hyphen or its end, and all lines of a reply carry one code. Judged byte by
 * byte, so that an endless line or a stream of blank lines ends at its first wrong byte. A bare LF is taken as a
 * line end: it cannot turn one verdict into another.
 *
 * Reads no further than it is asked to: a flood stays bytes. Never throws. After a
 * violation nothing more comes out; replies that were whole before it come first.
 */
export class ReplyParser {
  #bytes: Buffer = Buffer.alloc(0);
  /** Where the reply begins that comes next, and the line of it that was not judged yet. */
  #start = 0;
  #line = 0;
  #isFull = false;
  #anyLine = false;
  #violation: ReplyViolation | null = null;

  /** Known once take() got there. */
  get violation(): ReplyViolation | null {
    return this.#violation;
  }

  /** More came than may be left unread: what comes now is ignored. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** The server has said something that nobody took yet, were it half a line. */
  get hasUnread(): boolean {
    return this.#start < this.#bytes.length || this.#violation !== null;
  }

  push(chunk: Buffer): void {
    if (this.#isFull) return;
    const unread = this.#bytes.subarray(this.#start);
    const room = MAX_UNREAD_BYTES - unread.length;
    this.#isFull = chunk.length > room;
    const taken = this.#isFull ? chunk.subarray(0, room) : chunk;
    this.#bytes = unread.length === 0 ? taken : Buffer.concat([unread, taken]);
    this.#line -= this.#start;
    this.#start = 0;
  }

  /** The next reply, if it is there as a whole. */
  take(): SmtpReply | null {
    while (this.#violation === null) {
      const line = this.#line;
      const end = this.#bytes.indexOf(LF, line);
      if (end === -1) {
        this.#checkStart(line, Math.min(line + 4, this.#bytes.length));
        if (this.#isFull) this.#violation ??= ReplyViolation.TOO_LONG;
        return null;
      }
      if (!this.#checkLine(line, end)) return null;
      this.#line = end + 1;
      if (this.#bytes[line + 3] !== HYPHEN) return this.#reply();
    }
    return null;
  }

  /** The lines from start to line, all of them judged. */
  #reply(): SmtpReply {
    const reply = new ReceivedReply(this.#codeAt(this.#start), this.#bytes, this.#start, this.#line);
    this.#start = this.#line;
    return reply;
  }

  #checkLine(line: number, end: number): boolean {
    const textEnd = end > line && this.#bytes[end - 1] === CR ? end - 1 : end;
    if (textEnd - line < 3) return this.#reject();
    if (!this.#checkStart(line, Math.min(line + 4, end + 1))) return false;
    if (this.#codeAt(line) !== this.#codeAt(this.#start)) return this.#reject();
    this.#anyLine = true;
    return true;
  }

  /** The first four bytes of a line, as far as they are there. */
  #checkStart(line: number, end: number): boolean {
    for (let at = line; at < end; at += 1) {
      if (!mayStandAt(at - line, this.#bytes[at] ?? 0)) return this.#reject();
    }
    return true;
  }

  #codeAt(line: number): number {
    // The low four bits of an ASCII digit are its value.
    const digits = this.#bytes.readUIntBE(line, 3);
    return ((digits >> 16) & 15) * 100 + ((digits >> 8) & 15) * 10 + (digits & 15);
  }

  #reject(): false {
    this.#violation = this.#anyLine ? ReplyViolation.MALFORMED : ReplyViolation.NOT_SMTP;
    return false;
  }
}

function mayStandAt(position: number, byte: number): boolean {
  if (position === 0) return byte >= 0x32 && byte <= 0x35;
  if (position < 3) return byte >= 0x30 && byte <= 0x39;
  return byte === SPACE || byte === HYPHEN || byte === CR || byte === LF;
}
