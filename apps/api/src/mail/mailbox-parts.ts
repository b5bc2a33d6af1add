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
  const [angle, ...moreAngles] = runs.filter((run) => run.kind === 'angle');
  if (moreAngles.length > 0) return null;
  if (angle === undefined) {
    const [words, ...more] = runs.filter((run) => run.kind === 'words');
    if (words === undefined || more.length > 0) return null;
    return { displayName: nameInComment(runs), addrSpec: words.text.trim() };
  }

  const angleAt = runs.indexOf(angle);
  const wordsAt = runs.findIndex((run) => run.kind === 'words');
  if (runs.slice(angleAt).some((run) => run.kind === 'words')) return null;
  const addrSpec = withoutRoute(angle.text.slice(1, -1).trim());
  const phrase = wordsAt === -1 ? nameInComment(runs) : readPhrase(runs.slice(wordsAt, angleAt));
  if (addrSpec === null || (phrase === null && wordsAt !== -1)) return null;
  return { displayName: phrase === '' ? null : phrase, addrSpec };
}

/** `ada@example.org (Ada)`, the older way to name a mailbox (RFC 5322 section 3.4). */
function nameInComment(runs: Run[]): string | null {
  const comment = runs.find((run) => run.kind === 'comment');
  return comment?.text.slice(1, -1).trim() || null;
}

/** Top level runs in order, white space alone left out. Null where something closes that is not open, or stays open. */
function splitRuns(text: string): Run[] | null {
  const runs: Run[] = [];
  const push = (kind: Run['kind'], from: number, to: number) => {
    const run = text.slice(from, to);
    if (run.trim() !== '') runs.push({ kind, text: run });
  };
  let wordsFrom = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfRun(text, at);
    if (end === null) return null;
    if (text[at] === '(' || text[at] === '<') {
      push('words', wordsFrom, at);
      push(text[at] === '(' ? 'comment' : 'angle', at, end);
      wordsFrom = end;
    }
    at = end;
  }
  push('words', wordsFrom, text.length);
  return runs;
}

function endOfRun(text: string, at: number): number | null {
  switch (text[at]) {
    case '"':
      return endOfQuotedString(text, at);
    case '(':
      return endOfComment(text, at);
    case '<':
      return endOfAngle(text, at);
    case '>':
    case ')':
      return null;
    default:
      return at + 1;
  }
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

const ROUTE_HOP = /^@[\p{L}\p{M}\p{Nd}_-]+(\.[\p{L}\p{M}\p{Nd}_-]+)*$/u;

/** `@a,@b:c@d` is `c@d` (RFC 5322 section 4.4, obs-route). Null for a route that is none. */
function withoutRoute(text: string): string | null {
  if (!text.startsWith('@')) return text;
  const colon = text.indexOf(':');
  const hops = text.slice(0, colon).split(',');
  return colon !== -1 && hops.every((hop) => ROUTE_HOP.test(hop)) ? text.slice(colon + 1) : null;
}

/** Structure outside quotes, a backslash that may escape structure, a bracket left open. */
const STRUCTURE_IN_PHRASE = /[,;:]|\\(?:[^\p{L}\p{N}]|$)|\[[^\]]*$/u;

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
