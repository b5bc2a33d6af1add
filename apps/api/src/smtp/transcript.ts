import { Redaction } from './redaction.ts';
import { sanitise } from './sanitise-reply.ts';
import type { SmtpReply } from './smtp-reply.ts';

/** Lines of one reply that are written down; a server may send thousands. */
const MAX_LINES_PER_REPLY = 50;

/** What was said, for people: `C: EHLO mail.example.org`, `S: 250 SIZE 1000`, and `--` for what happened between. */
export class Transcript {
  readonly lines: string[] = [];
  readonly #redaction: Redaction;

  constructor(redaction: Redaction) {
    this.#redaction = redaction;
  }

  sent(line: string): void {
    this.lines.push(`C: ${sanitise(line, this.#redaction)}`);
  }

  heard(reply: SmtpReply): void {
    const last = reply.lines.length - 1;
    for (const [index, text] of reply.lines.slice(0, MAX_LINES_PER_REPLY).entries()) {
      const separator = index === last ? ' ' : '-';
      this.lines.push(
        `S: ${sanitise(`${String(reply.code)}${separator}${text}`, this.#redaction).trimEnd()}`,
      );
    }
    if (last >= MAX_LINES_PER_REPLY) this.happened(`${String(last + 1 - MAX_LINES_PER_REPLY)} more lines`);
  }

  happened(what: string): void {
    this.lines.push(`-- ${sanitise(what, this.#redaction)}`);
  }
}
