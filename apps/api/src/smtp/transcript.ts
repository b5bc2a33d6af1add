import type { Redaction } from './redaction.ts';
import { sanitise } from './sanitise-reply.ts';
import type { SmtpReply } from './smtp-reply.ts';

/** Lines of one reply that are written down; a server may send thousands. */
const MAX_LINES_PER_REPLY = 50;

/**
 * What was said, for people: `C: EHLO mail.example.org`, `S: 250 SIZE 1000`, and `--` for what happened between. Written
 * out, sanitised, when somebody reads it: of a delivery nobody does.
 */
export class Transcript {
  readonly #entries: (string | SmtpReply)[] = [];
  readonly #redaction: Redaction;

  constructor(redaction: Redaction) {
    this.#redaction = redaction;
  }

  get lines(): string[] {
    const lines = this.#entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : linesOf(entry)));
    return lines.map((line) => sanitise(line, this.#redaction).trimEnd());
  }

  sent(line: string): void {
    this.#entries.push(`C: ${line}`);
  }

  heard(reply: SmtpReply): void {
    this.#entries.push(reply);
  }

  happened(what: string): void {
    this.#entries.push(`-- ${what}`);
  }
}

function linesOf({ code, lines }: SmtpReply): string[] {
  const last = lines.length - 1;
  const shown = lines
    .slice(0, MAX_LINES_PER_REPLY)
    .map((text, index) => `S: ${code}${index === last ? ' ' : '-'}${text}`);
  return last >= MAX_LINES_PER_REPLY ? [...shown, `-- ${last + 1 - MAX_LINES_PER_REPLY} more lines`] : shown;
}
