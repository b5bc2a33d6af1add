import { isLeaked } from './leaked-passwords.ts';

/** Is this one of the passwords that a guesser tries first: known from leaks, or hardly more than what everybody knows of the person? */
export function isGuessedFirst(password: string, person: { email: string; name: string }): boolean {
  return isLeaked(spelling(password)) || isMadeOf(password, knownWords(person));
}

const PRODUCT = 'postroom';
/** Shorter words stand in many a good password by chance. */
const SHORTEST_WORD = 3;
/** What must be left of a password when every known word is taken out of it. */
const LEAST_LEFT = 8;

function knownWords({ email, name }: { email: string; name: string }): string[] {
  const words = [PRODUCT, ...email.split(/[@.+_-]+/), ...name.split(/\s+/)];
  return [email, ...words].map(spelling).filter((word) => word.length >= SHORTEST_WORD);
}

function isMadeOf(password: string, words: readonly string[]): boolean {
  let left = spelling(password);
  for (const word of words) left = left.replaceAll(word, '');
  return left !== spelling(password) && left.length < LEAST_LEFT;
}

function spelling(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
