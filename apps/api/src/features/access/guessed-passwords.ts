import { isLeaked } from './leaked-passwords.ts';

/** Is this one of the passwords that a guesser tries first: known from leaks, or hardly more than what everybody knows of the person? */
export function isGuessedFirst(password: string, person: { email: string; name: string }): boolean {
  const typed = spelling(password);
  return isLeaked(typed.trim()) || isMadeOf(typed, knownWords(person));
}

const PRODUCT = 'postroom';
/** Shorter words stand in many a good password by chance. */
const SHORTEST_WORD = 3;
/** What must be left of a password when every known word is taken out of it. */
const LEAST_LEFT = 8;
/** Of an address or a name: what is longer is refused, and not to be compared word by word before. */
const LONGEST_KNOWN = 320;

function knownWords(person: { email: string; name: string }): string[] {
  const [email = '', name = ''] = [person.email, person.name].map((text) => text.slice(0, LONGEST_KNOWN));
  const words = [PRODUCT, ...email.split(/[@.+_-]+/), ...name.split(/\s+/)];
  return [email, ...words].map(spelling).filter((word) => word.length >= SHORTEST_WORD);
}

function isMadeOf(typed: string, words: readonly string[]): boolean {
  let left = typed;
  for (const word of words) left = left.replaceAll(word, '');
  return left !== typed && left.length < LEAST_LEFT;
}

function spelling(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
