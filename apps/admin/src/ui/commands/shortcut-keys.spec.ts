import { expect, it } from 'vitest';
import { createKeyReader } from './shortcut-keys.ts';

/** What a row of keys does, a tenth of a second between two. */
function press(...keys: string[]) {
  const read = createKeyReader();
  return keys.map((key, index) => read(key, index * 100));
}

it.each([
  [['/'], ['search']],
  [['?'], ['help']],
  [
    ['g', 's'],
    [null, 'servers'],
  ],
  [
    ['g', 'o', 'o'],
    [null, 'outbox', null],
  ],
  // A second key that leads nowhere is taken for itself.
  [
    ['g', 'n'],
    [null, 'new'],
  ],
  [
    ['g', 'g', 's'],
    [null, null, 'servers'],
  ],
  [
    ['x', 's'],
    [null, null],
  ],
])('reads %j', (keys, done) => {
  expect(press(...keys)).toEqual(done);
});

it('forgets a first key after a second', () => {
  const read = createKeyReader();
  expect([read('g', 0), read('s', 1_001)]).toEqual([null, null]);
});
