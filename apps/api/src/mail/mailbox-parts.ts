import { endOfQuotedString, unquote } from './quoted-string.ts';

export interface MailboxParts {
  displayName: string | null;
  /** What stands between the angle brackets, or the whole where there are none. Not checked yet. */
  addrSpec: string;
}

interface Run {
  kind: 'words' | 'comment' | 'angle';
  text: string;
}

/**
 * A mailbox (RFC 5322 section 3.4) taken apart: comments before and after, a phrase, an address in
 * angle brackets or bare. Null where it is no such thing: a list, a group, text after the address,
 * something that never closes.
 *
 * The phrase is taken as people write it (dots, `@`, brackets), as long as no character in it could
 * be read as structure. A source route is dropped, as RFC 5321 appendix C asks.
 */
export function mailboxParts(text: string): MailboxParts | null {
  const runs = splitRuns(text);
  if (runs === null) return null;
  const angles = runs.filter((run) => run.kind === 'angle');
  const [angle] = angles;
  if (angles.length > 1) return null;

  const firstComment = runs
    .find((run) => run.kind === 'comment')
    ?.text.slice(1, -1)
    .trim();
  const fromComment = firstComment === undefined || firstComment === '' ? null : firstComment;
  if (angle === undefined) {
    const [words, ...more] = runs.filter((run) => run.kind === 'words');
    return words === undefined || more.length > 0
      ? null
      : { displayName: fromComment, addrSpec: words.text.trim() };
  }

  const angleAt = runs.indexOf(angle);
  if (runs.slice(angleAt + 1).some((run) => run.kind === 'words')) return null;
  const wordsAt = runs.findIndex((run) => run.kind === 'words');
  const addrSpec = withoutRoute(angle.text.slice(1, -1).trim());
  if (addrSpec === null) return null;
  if (wordsAt === -1) return { displayName: fromComment, addrSpec };

  const phrase = readPhrase(runs.slice(wordsAt, angleAt));
  if (phrase === null) return null;
  return { displayName: phrase === '' ? null : phrase, addrSpec };
}

/** Top level runs in order, white space alone left out. Null when a bracket, quote or comment is left open. */
function splitRuns(text: string): Run[] | null {
  const runs: Run[] = [];
  let wordsFrom = 0;
  const push = (kind: Run['kind'], from: number, to: number) => {
    const run = text.slice(from, to);
    if (run.trim() !== '') runs.push({ kind, text: run });
  };
  for (let at = 0; at < text.length;) {
    const char = text[at];
    if (char === '>' || char === ')') return null;
    const end =
      char === '"'
        ? endOfQuotedString(text, at)
        : char === '('
          ? endOfComment(text, at)
          : char === '<'
            ? endOfAngle(text, at)
            : at + 1;
    if (end === null) return null;
    if (char === '(' || char === '<') {
      push('words', wordsFrom, at);
      push(char === '(' ? 'comment' : 'angle', at, end);
      wordsFrom = end;
    }
    at = end;
  }
  push('words', wordsFrom, text.length);
  return runs;
}

/** Comments nest, and a backslash takes the next character along (RFC 5322 section 3.2.2). */
function endOfComment(text: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return null;
}

function endOfAngle(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length;) {
    if (text[at] === '>') return at + 1;
    const next = text[at] === '"' ? endOfQuotedString(text, at) : at + 1;
    if (next === null) return null;
    at = next;
  }
  return null;
}

/** `@a,@b:c@d` is `c@d` (RFC 5322 section 4.4, obs-route). Null for a route that is none. */
function withoutRoute(text: string): string | null {
  if (!text.startsWith('@')) return text;
  const colon = text.indexOf(':');
  const hops = text.slice(0, colon).split(',');
  return colon !== -1 && hops.every((hop) => ROUTE_HOP.test(hop)) ? text.slice(colon + 1) : null;
}
const ROUTE_HOP = /^@[\p{L}\p{M}\p{Nd}_-]+(\.[\p{L}\p{M}\p{Nd}_-]+)*$/u;

/** Structure outside quotes, or a backslash that another parser would take for an escape of structure. */
const STRUCTURE_IN_PHRASE = /[,;:]|\\(?:[^\p{L}\p{N}]|$)/u;

/** The text of a phrase: quoted strings resolved, comments between words kept as they stand. */
function readPhrase(runs: Run[]): string | null {
  const read: string[] = [];
  for (const { kind, text } of runs) {
    const words = kind === 'comment' ? text : readWords(text);
    if (words === null) return null;
    read.push(words.trim());
  }
  return read.join(' ').trim();
}

function readWords(text: string): string | null {
  let words = '';
  for (let at = 0; at < text.length;) {
    const opens = text.indexOf('"', at);
    const plain = text.slice(at, opens === -1 ? text.length : opens);
    if (STRUCTURE_IN_PHRASE.test(plain)) return null;
    const closes = opens === -1 ? text.length : endOfQuotedString(text, opens);
    if (closes === null) return null;
    words += plain + (opens === -1 ? '' : unquote(text.slice(opens, closes)));
    at = closes;
  }
  return words;
}
