import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.ts';

/** Writes that end when the test says so. */
function writesInHand() {
  const begun: { items: number[]; end: (error?: Error) => void }[] = [];
  const write = (items: number[]) =>
    new Promise<string[]>((resolve, reject) => {
      begun.push({
        items,
        end: (error) => {
          if (error === undefined) resolve(items.map((item) => `wrote ${item}`));
          else reject(error);
        },
      });
    });
  return { begun, write };
}

const nextTurn = () => new Promise(setImmediate);

describe('what is committed together', () => {
  it('a lone item does not wait', async () => {
    const { begun, write } = writesInHand();
    const group = new GroupCommit(write);
    const one = group.add(1);
    await nextTurn();
    begun[0]?.end();
    expect(await one).toBe('wrote 1');
  });

  it('is what came in one turn, and each gets its own result', async () => {
    const { begun, write } = writesInHand();
    const group = new GroupCommit(write);
    const results = [group.add(1), group.add(2), group.add(3)];
    await nextTurn();
    expect(begun.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    begun[0]?.end();
    expect(await Promise.all(results)).toEqual(['wrote 1', 'wrote 2', 'wrote 3']);
  });

  it('is what came while the writes before it were under way', async () => {
    const { begun, write } = writesInHand();
    const group = new GroupCommit(write, { atOnce: 1 });
    const first = group.add(1);
    await nextTurn();
    const others = [group.add(2), group.add(3)];
    await nextTurn();
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    await first;
    await nextTurn();
    expect(begun.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    begun[1]?.end();
    await Promise.all(others);
  });

  it('is never more than a batch may hold, nor more batches at once than allowed', async () => {
    const { begun, write } = writesInHand();
    const group = new GroupCommit(write, { largestBatch: 2, atOnce: 2 });
    const all = [1, 2, 3, 4, 5].map((item) => group.add(item));
    await nextTurn();
    expect(begun.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    begun[0]?.end();
    await all[0];
    await nextTurn();
    expect(begun[2]?.items).toEqual([5]);
    for (const { end } of begun) end();
    await Promise.all(all);
  });
});

describe('a write that fails', () => {
  const faultOf = (item: number) => (items: number[]) =>
    items.includes(item)
      ? Promise.reject(new Error(items.length === 1 ? 'a bad item' : 'something is bad'))
      : Promise.resolve(items.map((each) => `wrote ${each}`));

  it('by the fault of one item fails for that one alone', async () => {
    const group = new GroupCommit(faultOf(2), { isOneItemsFault: () => true });
    const results = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('for another reason fails for all: it may have been written after all', async () => {
    const group = new GroupCommit(faultOf(2));
    const results = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('does not keep the next one from being written', async () => {
    const group = new GroupCommit(faultOf(1), { atOnce: 1 });
    await expect(group.add(1)).rejects.toThrow('a bad item');
    expect(await group.add(2)).toBe('wrote 2');
  });
});
