import { expect, it } from 'vitest';
import { preferredLanguage, regionalVariant } from './languages.ts';

it.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'it-CH', 'de'], 'it'],
  [['DE'], 'de'],
  [['fr-CA', 'pt'], 'en'],
  [[], 'en'],
])('speaks to a reader of %j', (tags, language) => {
  expect(preferredLanguage(tags)).toBe(language);
});

it('writes dates and numbers as the reader does who has a variety of the language', () => {
  expect(regionalVariant('de', ['fr', 'de-CH', 'de'])).toBe('de-CH');
  expect(regionalVariant('it', ['de-CH'])).toBe('it');
});
