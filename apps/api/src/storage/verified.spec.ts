import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ObjectDamagedError } from './storage-error.ts';
import { verified } from './verified.ts';

const content = Buffer.from('a file of some octets');
const stored = { sizeBytes: content.length, sha256: createHash('sha256').update(content).digest() };

async function* chunksOf(octets: Buffer): AsyncGenerator<Buffer> {
  yield octets.subarray(0, 5);
  yield octets.subarray(5);
}

async function readAll(octets: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of verified('a key', chunksOf(octets), stored)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a file that is checked while it is read', () => {
  it('passes whole', async () => {
    expect(await readAll(content)).toEqual(content);
  });

  it('ends in an error when one bit is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(content);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(readAll(changed)).rejects.toThrow(ObjectDamagedError);
      }),
      { numRuns: 50 },
    );
  });

  it('never passes whole when it is damaged', async () => {
    const damaged = Buffer.from(content);
    damaged[0] = 0;
    let passed = 0;
    const reading = async () => {
      for await (const chunk of verified('a key', chunksOf(damaged), stored)) passed += chunk.length;
    };
    await expect(reading()).rejects.toThrow(ObjectDamagedError);
    expect(passed).toBeLessThan(content.length);
  });

  it.each([
    ['shorter', content.subarray(0, -1)],
    ['empty', Buffer.alloc(0)],
    ['longer', Buffer.concat([content, Buffer.from('!')])],
  ])('ends in an error when it is %s', async (_, changed) => {
    await expect(readAll(changed)).rejects.toThrow(ObjectDamagedError);
  });
});
