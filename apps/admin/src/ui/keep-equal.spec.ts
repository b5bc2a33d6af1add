import { expect, it } from 'vitest';
import { keepEqual } from './keep-equal.ts';

const before = {
  total: 2,
  servers: [
    { id: 'a', test: { passed: true } },
    { id: 'b', test: null },
  ],
};
const copy = () => structuredClone(before);

it('gives back what was there before where nothing has changed', () => {
  expect(keepEqual(before, copy())).toBe(before);
});

it('keeps the rows that have not changed of a list in which one has', () => {
  const now = copy();
  now.servers[0]!.test!.passed = false;
  const kept = keepEqual(before, now);
  expect(kept).toEqual(now);
  expect(kept.servers[0]).not.toBe(before.servers[0]);
  expect(kept.servers[1]).toBe(before.servers[1]);
});

it('knows the rows that another one has pushed down', () => {
  const now = copy();
  now.servers.unshift({ id: 'c', test: null });
  const kept = keepEqual(before, now);
  expect(kept).toEqual(now);
  expect(kept.servers[1]).toBe(before.servers[0]);
  expect(kept.servers[2]).toBe(before.servers[1]);
});

it.each([
  ['in another order', [{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }]],
  ['shorter', [1, 2], [1]],
  ['longer', [1], [1, 2]],
  ['without a field', { a: 1, b: 2 }, { a: 1 }],
  ['with another field', { a: 1 }, { b: 1 }],
  ['with a field that is there and empty', { a: 1 }, { a: 1, b: undefined }],
  ['a list that was an object', { 0: 'a' }, ['a']],
  ['null', { a: 1 }, null],
  ['there at last', undefined, { a: 1 }],
])('takes what is new: %s', (_, old, now) => {
  expect(keepEqual(old, now)).toStrictEqual(now);
});
