import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageUnreadable, outgoingMessage, type MessageSource } from './outgoing-message.ts';

const READ_MS = 10_000;

/** A stored message that comes in these chunks. */
function stored(chunks: readonly (string | Buffer)[], sizeBytes?: number): MessageSource {
  const buffers = chunks.map((chunk) => Buffer.from(chunk as string, 'latin1'));
  return {
    sizeBytes: sizeBytes ?? Buffer.concat(buffers).length,
    isEightBit: false,
    async *open() {
      yield* buffers;
    },
  };
}

async function wireOf(message: Buffer | MessageSource, readMs = READ_MS): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of outgoingMessage(message, readMs).onWire()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

describe('a stored message', () => {
  it('is the same on the wire as one in memory, however it is cut', async () => {
    const piece = fc.constantFrom('\r\n', '.', 'x', '\xff', '\r\n.', '\r\n.\r\n', 'y'.repeat(16_383));
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (pieces, at) => {
          const bytes = Buffer.from(pieces.join(''), 'latin1');
          const edges = [
            0,
            ...at.map((edge) => edge % (bytes.length + 1)).sort((a, b) => a - b),
            bytes.length,
          ];
          const chunks = edges.slice(1).map((edge, nth) => bytes.subarray(edges[nth], edge));
          expect(await wireOf(stored(chunks))).toBe(await wireOf(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('declares its size without being read', () => {
    const message = { ...stored([], 123_456_789), isEightBit: true, open: () => expect.unreachable() };
    expect(outgoingMessage(message, READ_MS)).toMatchObject({ sizeBytes: 123_456_789, isEightBit: true });
  });

  it.each([
    ['a bare LF', ['a\nb\r\n']],
    ['a bare CR', ['a\rb\r\n']],
    ['a bare LF at the start', ['\n.\r\nb\r\n']],
    ['a bare LF where two chunks meet', ['a', '\n.\r\n']],
    ['a bare CR where two chunks meet', ['a\r', 'b\r\n']],
    ['a bare CR before an empty chunk', ['a\r', '', '.\r\n']],
    ['a bare CR at the end', ['a\r']],
  ])('is refused for %s (SMTP smuggling)', async (_, chunks) => {
    await expect(wireOf(stored(chunks))).rejects.toThrow(MessageUnreadable);
  });

  it('is refused when it is shorter or longer than it was', async () => {
    await expect(wireOf(stored(['a\r\n'], 4))).rejects.toThrow('The stored message ends after 3 of 4 bytes.');
    await expect(wireOf(stored(['a\r\n', 'b'], 3))).rejects.toThrow(
      'The stored message has more than its 3 bytes.',
    );
  });

  it('is refused when it cannot be read, and the reason is kept', async () => {
    const gone = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    const failsAt = (open: MessageSource['open']) => wireOf({ ...stored(['a\r\n']), open });
    const refusal = expect.objectContaining({ name: 'MessageUnreadable', cause: gone });
    await expect(
      failsAt(() => {
        throw gone;
      }),
    ).rejects.toEqual(refusal);
    await expect(
      failsAt(async function* () {
        yield Buffer.from('a');
        throw gone;
      }),
    ).rejects.toEqual(refusal);
  });

  it('that never comes is given up, and told to close', async () => {
    let isClosed = false;
    const chunks = {
      next: () => new Promise<never>(() => undefined),
      return: () => {
        isClosed = true;
        return Promise.resolve({ done: true as const, value: undefined });
      },
    };
    const message = { ...stored(['a\r\n']), open: () => ({ [Symbol.asyncIterator]: () => chunks }) };
    await expect(wireOf(message, 20)).rejects.toThrow(MessageUnreadable);
    expect(isClosed).toBe(true);
  });
});
