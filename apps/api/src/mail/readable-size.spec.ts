import { expect, it } from 'vitest';
import { readableSize } from './readable-size.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1 kB'],
  [1536, '1.5 kB'],
  [1_048_524, '1023.9 kB'],
  [1_048_525, '1 MB'],
  [26_214_400, '25 MB'],
  [26_214_401, '25 MB'],
  [2_147_483_647, '2 GB'],
  [5_000_000_000_000, '4656.6 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(readableSize(bytes)).toBe(text);
});
