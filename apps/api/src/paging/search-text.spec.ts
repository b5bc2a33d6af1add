import { expect, it } from 'vitest';
import { containing, searchText } from './search-text.ts';

it.each([
  [' invoice\n', 'invoice'],
  ['  ', null],
  [null, null],
  [undefined, null],
  ['x'.repeat(1000), 'x'.repeat(1000)],
])('looks for the text alone, not for the space around it', (typed, expected) => {
  expect(searchText(typed)).toBe(expected);
});

it('refuses a text that can be part of nothing', () => {
  expect(() => searchText('x'.repeat(1001))).toThrow('Search for at most 1000 characters.');
});

it('takes the signs of LIKE for themselves', () => {
  expect(containing(String.raw`50%_\ off`)).toBe(String.raw`%50\%\_\\ off%`);
});
