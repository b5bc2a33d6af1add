import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Lines, base64LinesOf, base64LinesSize } from './base64-lines.ts';

async function inPieces(octets: Uint8Array, cuts: readonly number[]): Promise<string> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const places = [
      0,
      ...cuts.map((cut) => cut % (octets.length + 1)).toSorted((a, b) => a - b),
      octets.length,
    ];
    for (let nth = 1; nth < places.length; nth++) yield octets.subarray(places[nth - 1], places[nth]);
  }
  let text = '';
  for await (const chunk of base64LinesOf(pieces())) text += chunk.toString('latin1');
  return text;
}

it('is lines of 76, the same in whatever pieces the octets come, and of the size that was told', async () => {
  const anyOctets = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ minLength: 57, maxLength: 57 }),
  );
  await fc.assert(
    fc.asyncProperty(anyOctets, fc.array(fc.nat()), async (octets, cuts) => {
      const expected = Buffer.from(octets)
        .toString('base64')
        .replace(/(.{76})(?=.)/g, '$1\r\n');
      expect(base64Lines(octets).toString('latin1')).toBe(expected);
      expect(await inPieces(octets, cuts)).toBe(expected);
      expect(base64LinesSize(octets.length)).toBe(expected.length);
    }),
    { numRuns: 500 },
  );
});

it('is the same beyond one block', async () => {
  const octets = Buffer.alloc(57 * 1024 * 2 + 20, 'abcdefg');
  const expected = octets.toString('base64').replace(/(.{76})(?=.)/g, '$1\r\n');
  expect(base64Lines(octets).toString('latin1')).toBe(expected);
  expect(await inPieces(octets, [1, 57 * 1024, 57 * 1024 + 1])).toBe(expected);
});
