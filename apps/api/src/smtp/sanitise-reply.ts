import type { Redaction } from './redaction.ts';
import type { SmtpReply } from './smtp-reply.ts';

/** Characters of a server's text that are kept. */
export const MAX_SHOWN_CHARACTERS = 1000;

/** What most servers say: nothing to drop. */
const HARMLESS = /^[\x20-\x7e]*$/;

// C0, DEL and C1, surrogates without their half, line and paragraph separators, and everything that turns or hides
// text (bidirectional controls, zero-width characters, byte order mark: general category Cf).
const UNSAFE = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu;

/**
 * Text that came from outside, made fit for a row, a log and a screen: no control characters, no tricks of direction,
 * valid Unicode, no credentials, at most 1000 characters. Applied where such text is first assigned, so that no later
 * place has to think of it.
 */
export function sanitise(text: string, redaction: Redaction): string {
  const shown = HARMLESS.test(text) ? redaction.apply(text) : withoutTricks(text, redaction);
  if (shown.length <= MAX_SHOWN_CHARACTERS) return shown;
  return `${shown.slice(0, MAX_SHOWN_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function withoutTricks(text: string, redaction: Redaction): string {
  // Before, because the secret may hold what is dropped; after, because the dropped may have stood inside the secret.
  return redaction.apply(redaction.apply(text).replaceAll('\t', ' ').replace(UNSAFE, ''));
}

/** A reply on one line, as it is shown and stored: `535 5.7.8 Error: authentication failed`. */
export function sanitiseReply(reply: SmtpReply, redaction: Redaction): string {
  return sanitise(`${String(reply.code)} ${reply.lines.join(' ')}`.trimEnd(), redaction);
}
