import { expect, it } from 'vitest';
import { isGuessedFirst } from './guessed-passwords.ts';

const ada = { email: 'ada.lovelace@engines.example.org', name: 'Ada Lovelace' };

it.each([
  '123qweasdzxc',
  '1QAZ2wsx3edc',
  'qwertyqwerty',
  'leavemealone',
  'ada.lovelace@engines.example.org',
  'AdaLovelace2026!',
  'Lovelace-Postroom',
  'postroompostroom',
  'engines.example',
  ' qwertyqwerty ',
])('finds %j in the first guesses', (password) => {
  expect(isGuessedFirst(password, ada)).toBe(true);
});

it.each([
  'correct horse battery',
  'a long enough password',
  'Lovelace wrote notes G',
  'qwerty in a sentence',
  'tomtom drums',
  '\u{1f436}'.repeat(12),
])('takes %j', (password) => {
  expect(isGuessedFirst(password, ada)).toBe(false);
});

it('compares no more of a name than a name may have', () => {
  const person = { email: 'ada@example.org', name: 'x '.repeat(160) + 'horse-battery' };
  expect(isGuessedFirst('horse-battery', person)).toBe(false);
});
