import { expect, it } from 'vitest';
import { readableSize } from './readable-size.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1500, '1.5 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1 MB'],
  [10_485_760, '10.5 MB'],
  [2_147_483_647, '2.1 GB'],
  [5_000_000_000_000, '5000 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(readableSize(bytes)).toBe(text);
});
