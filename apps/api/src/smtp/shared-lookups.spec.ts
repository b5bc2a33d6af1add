import { describe, expect, it } from 'vitest';
import { SharedLookups } from './shared-lookups.ts';

/** A DNS that answers when it is told to, after as long as it is told. */
function aDns() {
  let now = 0;
  const asked: string[] = [];
  const open = new Map<string, { resolve: (addresses: string[]) => void; reject: (error: Error) => void }>();
  const lookups = new SharedLookups(
    (name) => {
      asked.push(name);
      return new Promise((resolve, reject) => open.set(name, { resolve, reject }));
    },
    { monotonicMs: () => now, now: () => new Date(now) },
  );
  return {
    asked,
    addressesOf: (name: string) => lookups.addressesOf(name),
    answer(name: string, afterMs = 0) {
      now += afterMs;
      open.get(name)!.resolve([`${name}: address`]);
    },
    fail(name: string, afterMs = 0) {
      now += afterMs;
      open.get(name)!.reject(new Error(`${name}: failed`));
    },
  };
}

/** Once everything that is due in this turn has happened. */
const settled = () => new Promise(setImmediate);

describe('look-ups', () => {
  it('of one name at the same time are one, with one answer for all', async () => {
    const dns = aDns();
    const answers = Promise.all([dns.addressesOf('a'), dns.addressesOf('a'), dns.addressesOf('a')]);
    await settled();
    expect(dns.asked).toEqual(['a']);
    dns.answer('a');
    expect(await answers).toEqual([['a: address'], ['a: address'], ['a: address']]);
  });

  it('one after the other are made anew, so that a changed or mended answer counts at once', async () => {
    const dns = aDns();
    const failed = dns.addressesOf('a');
    await settled();
    dns.fail('a');
    await expect(failed).rejects.toThrow('a: failed');
    const answered = dns.addressesOf('a');
    await settled();
    dns.answer('a');
    expect(await answered).toEqual(['a: address']);
    expect(dns.asked).toEqual(['a', 'a']);
  });

  it('of different names are few at once, and the others take their turn', async () => {
    const dns = aDns();
    const answers = ['a', 'b', 'c', 'd'].map((name) => dns.addressesOf(name));
    await settled();
    expect(dns.asked).toEqual(['a', 'b']);
    for (const name of ['a', 'b', 'c', 'd']) {
      dns.answer(name);
      await settled();
    }
    expect(await Promise.all(answers)).toHaveLength(4);
  });

  it('of names that took long are kept apart, and hold up nobody else', async () => {
    const dns = aDns();
    for (const name of ['dead-1', 'dead-2', 'dead-3']) {
      const first = dns.addressesOf(name).catch(() => []);
      await settled();
      dns.fail(name, 10_000);
      await first;
    }
    const dead = ['dead-1', 'dead-2', 'dead-3'].map((name) => dns.addressesOf(name).catch(() => []));
    const well = dns.addressesOf('well');
    await settled();
    expect(dns.asked.slice(3)).toEqual(['dead-1', 'well']);
    dns.answer('well');
    expect(await well).toEqual(['well: address']);
    for (const name of ['dead-1', 'dead-2', 'dead-3']) {
      dns.fail(name);
      await settled();
    }
    await Promise.all(dead);
  });

  it('of a name that answers promptly again are as free as before', async () => {
    const dns = aDns();
    for (const afterMs of [10_000, 0]) {
      const answer = dns.addressesOf('a');
      await settled();
      dns.answer('a', afterMs);
      await answer;
    }
    const slow = dns.addressesOf('a');
    const others = [dns.addressesOf('b'), dns.addressesOf('c')];
    await settled();
    expect(dns.asked.slice(2)).toEqual(['a', 'b']);
    for (const name of ['a', 'b', 'c']) {
      dns.answer(name);
      await settled();
    }
    await Promise.all([slow, ...others]);
  });
});
