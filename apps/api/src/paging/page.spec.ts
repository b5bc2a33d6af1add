import { expect, it } from 'vitest';
import { encodeCursor, pageOf, readPageRequest } from './page.ts';

const letters = (text: string) => text.split('');
const keyOf = (letter: string) => [letter];

it('knows by one row too many that more follows', () => {
  const page = pageOf(letters('abc'), { first: 2, after: null }, keyOf);
  expect(page.nodes).toEqual(['a', 'b']);
  expect(page.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: encodeCursor(['a']),
    endCursor: encodeCursor(['b']),
  });
});

it('has no cursors on an empty page', () => {
  expect(pageOf([], { first: 2, after: ['z'] }, keyOf).pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: null,
    endCursor: null,
  });
});

it('reads back its own cursor', () => {
  expect(readPageRequest({ first: 1, after: encodeCursor(['ä', 'b']) }, 2)).toEqual({
    first: 1,
    after: ['ä', 'b'],
  });
});

it.each([0, -1, 101])('refuses a page of %d', (first) => {
  expect(() => readPageRequest({ first }, 1)).toThrow('"first" must be from 1 to 100.');
});

it.each(['', 'abc', encodeCursor(['a']), encodeCursor(['a', '\0']), Buffer.from('{}').toString('base64url')])(
  'refuses the foreign cursor %j',
  (after) => {
    expect(() => readPageRequest({ first: 1, after }, 2)).toThrow('not a cursor of this list');
  },
);
