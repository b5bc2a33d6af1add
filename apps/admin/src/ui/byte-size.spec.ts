import { describe, expect, it } from 'vitest';
import { byteSizeOf, bytesOf } from './byte-size.ts';

describe('a size in bytes', () => {
  it.each([
    [null, null, 'MB'],
    [0, 0, 'MB'],
    [26_214_400, 25, 'MB'],
    [1_536_000, 1500, 'KB'],
    [1_500_001, 1_500_001, 'BYTES'],
  ] as const)('of %s is shown as %s %s and read back the same', (bytes, amount, unit) => {
    expect(byteSizeOf(bytes)).toEqual({ amount, unit });
    expect(bytesOf({ amount, unit })).toBe(bytes);
  });

  it('may be typed with decimals', () => {
    expect(bytesOf({ amount: 2.5, unit: 'MB' })).toBe(2_621_440);
  });
});
