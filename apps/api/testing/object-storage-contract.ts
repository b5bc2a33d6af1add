import fc from 'fast-check';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ObjectStorage } from '../src/storage/object-storage.ts';
import { ObjectMissingError } from '../src/storage/storage-error.ts';

/** What every storage does, whatever is behind it. `storage` gives a fresh, empty one. */
export function itIsAnObjectStorage(storage: () => ObjectStorage): void {
  it('gives back what was put, with its size and hash', async () => {
    // The last is more than one part of an upload to S3.
    for (const size of [0, 1, 70_000, 9 * 1024 * 1024]) {
      const content = randomBytes(size);
      const sha256 = createHash('sha256').update(content).digest();
      for (const form of [content, inPieces(content, 65_536)]) {
        const key = randomUUID();
        expect(await storage().put(key, form)).toEqual({ sizeBytes: size, sha256 });
        expect((await read(storage(), key)).equals(content)).toBe(true);
      }
    }
  });

  it('gives the octets of any range', async () => {
    const key = randomUUID();
    const content = randomBytes(2000);
    await storage().put(key, content);
    const range = fc
      .tuple(fc.nat(2000), fc.nat(2000))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    await fc.assert(
      fc.asyncProperty(range, async ({ start, end }) => {
        expect(await read(storage(), key, { start, end })).toEqual(content.subarray(start, end));
      }),
      { numRuns: 50, seed: 5 },
    );
  });

  it('says of what was never put, or deleted, that it is missing', async () => {
    const key = randomUUID();
    await expect(storage().open(key)).rejects.toThrow(ObjectMissingError);
    await storage().put(key, Buffer.from('x'));
    await storage().delete(key);
    await storage().delete(key);
    await expect(storage().open(key)).rejects.toThrow(ObjectMissingError);
  });

  it('keeps nothing of content that ends in an error, however late, and throws that error', async () => {
    for (const size of [0, 100, 20 * 1024 * 1024]) {
      const key = randomUUID();
      const gone = new Error('the client went away');
      await expect(storage().put(key, endingIn(gone, size))).rejects.toBe(gone);
      await expect(storage().open(key)).rejects.toThrow(ObjectMissingError);
      expect((await listed(storage())).map((each) => each.key)).not.toContain(key);
    }
  });

  it('stops reading content that nobody waits for any more', async () => {
    const key = randomUUID();
    let isOver = false;
    async function* content(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield Buffer.alloc(1024);
      } finally {
        isOver = true;
      }
    }
    async function* cut(): AsyncGenerator<Buffer> {
      let left = 10;
      for await (const chunk of content()) {
        if (left-- === 0) return;
        yield chunk;
      }
    }
    expect(await storage().put(key, cut())).toMatchObject({ sizeBytes: 10_240 });
    expect(isOver).toBe(true);
  });

  it('lists everything in the order of the keys, with size and time', async () => {
    const before = Date.now();
    const keys: string[] = Array.from({ length: 20 }, () => randomUUID());
    for (const [size, key] of keys.entries()) await storage().put(key, Buffer.alloc(size));
    const all = await listed(storage());
    const ours = all.filter((each) => keys.includes(each.key));
    expect(all.map(({ key }) => key)).toEqual(all.map(({ key }) => key).toSorted());
    expect(ours.map(({ key, sizeBytes }) => [key, sizeBytes])).toEqual(
      keys.map((key, size) => [key, size] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    // Some keep whole seconds.
    for (const { modifiedAt } of ours) {
      expect(modifiedAt.getTime()).toBeGreaterThan(before - 1001);
      expect(modifiedAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
    }
  });

  it.each([
    '',
    '.',
    '../../etc/passwd',
    `../${randomUUID()}`,
    `${randomUUID()}/../x`,
    `${randomUUID()}\0`,
    `${randomUUID()}\n`,
    randomUUID().toUpperCase().replace(/^./, 'A'),
  ])('takes no key but a UUID: %j', async (key) => {
    await expect(storage().put(key, Buffer.alloc(1))).rejects.toThrow(TypeError);
    await expect(storage().open(key)).rejects.toThrow(TypeError);
    await expect(storage().delete(key)).rejects.toThrow(TypeError);
  });
}

export async function read(
  storage: ObjectStorage,
  key: string,
  range?: { start: number; end: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.open(key, range)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function listed(storage: ObjectStorage) {
  const all = [];
  for await (const each of storage.list()) all.push(each);
  return all;
}

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function* endingIn(error: Error, size: number): AsyncGenerator<Buffer> {
  yield* inPieces(Buffer.alloc(size), 65_536);
  throw error;
}
