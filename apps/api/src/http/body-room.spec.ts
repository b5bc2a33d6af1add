import { expect, it } from 'vitest';
import { BodyRoom } from './body-room.ts';

const MEBIBYTE = 1024 * 1024;

/** What was let in, in order, and how each is ended. */
function roomForTests() {
  const room = new BodyRoom();
  const inside: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    inside,
    async come(name: string, mebibytes: number): Promise<void> {
      const [client = ''] = name;
      void room.take(client, mebibytes * MEBIBYTE).then((end) => {
        inside.push(name);
        ends.set(name, end);
      });
      await Promise.resolve();
    },
    async end(name: string): Promise<void> {
      ends.get(name)?.();
      await Promise.resolve();
    },
  };
}

it('lets one client have 8 MiB at a time, in the order they came, whatever would fit', async () => {
  const { inside, come, end } = roomForTests();
  await come('a1', 5);
  await come('a2', 5);
  await come('a3', 1);
  expect(inside).toEqual(['a1']);
  await end('a1');
  expect(inside).toEqual(['a1', 'a2', 'a3']);
});

it('lets another client pass one that has its share', async () => {
  const { inside, come } = roomForTests();
  await come('a1', 8);
  await come('a2', 8);
  await come('b1', 8);
  expect(inside).toEqual(['a1', 'b1']);
});

it('holds 64 MiB of all clients, and nobody overtakes who waits for the rest', async () => {
  const { inside, come, end } = roomForTests();
  for (const client of 'abcdefg') await come(`${client}1`, 8);
  await come('h1', 5);
  await come('i1', 5);
  await come('j1', 1);
  expect(inside).toHaveLength(8);
  await end('a1');
  expect(inside.slice(8)).toEqual(['i1', 'j1']);
});

it('is given back once, however often it is said', async () => {
  const { inside, come, end } = roomForTests();
  await come('a1', 5);
  await end('a1');
  await end('a1');
  await come('a2', 5);
  await come('a3', 5);
  expect(inside).toEqual(['a1', 'a2']);
});
