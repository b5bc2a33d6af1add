import { expect, it } from 'vitest';
import { interleaved } from './tcp-connect.ts';

it.each([
  [
    ['::1', '::2', '::3', '192.0.2.1', '192.0.2.2'],
    ['::1', '192.0.2.1', '::2', '192.0.2.2', '::3'],
  ],
  [
    ['192.0.2.1', '::1', '::2', '::3'],
    ['192.0.2.1', '::1', '::2', '::3'],
  ],
  [['192.0.2.1'], ['192.0.2.1']],
  [[], []],
])('%j are tried in the order %j (RFC 8305)', (addresses, order) => {
  expect(interleaved(addresses)).toEqual(order);
});
