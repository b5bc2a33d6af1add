import { enhancedCodeOf, type SmtpReply } from './smtp-reply.ts';

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
 * Never throws. After a violation everything further is ignored; replies completed before it can still be taken.
 */
export class ReplyParser {
  #pending = Buffer.alloc(4096);
  #length = 0;
  #scanned = 0;
  #code: number | null = null;
  #lines: string[] = [];
  #replies: { reply: SmtpReply; bytes: number }[] = [];
  #openBytes = 0;
  #queuedBytes = 0;
  #anyLine = false;
  #violation: ReplyViolation | null = null;

  get violation(): ReplyViolation | null {
    return this.#violation;
  }

  /** A whole reply waits to be taken. */
  get hasReply(): boolean {
    return this.#replies.length > 0;
  }

  /** The server has said something that nobody took yet, were it half a line. */
  get hasUnread(): boolean {
    return this.hasReply || this.#length > 0 || this.#code !== null || this.#violation !== null;
  }

  take(): SmtpReply | null {
    const next = this.#replies.shift();
    if (next === undefined) return null;
    this.#queuedBytes -= next.bytes;
    return next.reply;
  }

  push(chunk: Buffer): void {
    if (this.#violation !== null) return;
    const room = MAX_UNREAD_BYTES - this.#length - this.#openBytes - this.#queuedBytes;
    this.#append(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#readLines();
    if (chunk.length > room) this.#violation ??= ReplyViolation.TOO_LONG;
  }

  #append(chunk: Buffer): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#pending.length) {
      const grown = Buffer.alloc(Math.max(needed, 2 * this.#pending.length));
      this.#pending.copy(grown, 0, 0, this.#length);
      this.#pending = grown;
    }
    chunk.copy(this.#pending, this.#length);
    this.#length = needed;
  }

  #readLines(): void {
    let start = 0;
    while (this.#violation === null) {
      const end = this.#pending.subarray(0, this.#length).indexOf(LF, Math.max(start, this.#scanned));
      if (end === -1) break;
      this.#readLine(start, end);
      start = end + 1;
    }
    this.#pending.copyWithin(0, start, this.#length);
    this.#length -= start;
    this.#scanned = this.#length;
    if (this.#violation === null && this.#length > 0) this.#checkStart(0, Math.min(this.#length, 4));
  }

  #readLine(start: number, end: number): void {
    const textEnd = end > start && this.#pending[end - 1] === CR ? end - 1 : end;
    if (textEnd - start < 3) {
      this.#reject();
      return;
    }
    if (!this.#checkStart(start, Math.min(end + 1, start + 4))) return;
    const code = Number(this.#pending.toString('latin1', start, start + 3));
    if (this.#code !== null && code !== this.#code) {
      this.#violation = ReplyViolation.MALFORMED;
      return;
    }
    this.#anyLine = true;
    this.#code = code;
    this.#lines.push(this.#pending.toString('utf8', Math.min(start + 4, textEnd), textEnd));
    this.#openBytes += end + 1 - start;
    if (this.#pending[start + 3] !== HYPHEN) this.#complete(code);
  }

  #complete(code: number): void {
    const reply = { code, enhancedCode: enhancedCodeOf(code, this.#lines[0] ?? ''), lines: this.#lines };
    this.#replies.push({ reply, bytes: this.#openBytes });
    this.#queuedBytes += this.#openBytes;
    this.#openBytes = 0;
    this.#code = null;
    this.#lines = [];
  }

  /** The first four bytes of a line, as far as they are there. */
  #checkStart(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      if (mayStandAt(at - start, this.#pending[at] ?? 0)) continue;
      this.#reject();
      return false;
    }
    return true;
  }

  #reject(): void {
    this.#violation = this.#anyLine ? ReplyViolation.MALFORMED : ReplyViolation.NOT_SMTP;
  }
}

function mayStandAt(position: number, byte: number): boolean {
  if (position === 0) return byte >= 0x32 && byte <= 0x35;
  if (position < 3) return byte >= 0x30 && byte <= 0x39;
  return byte === SPACE || byte === HYPHEN || byte === CR || byte === LF;
}
