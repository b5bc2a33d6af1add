import { expect, it } from 'vitest';
import { requestedRange } from './byte-range.ts';

it.each<[string | undefined, ReturnType<typeof requestedRange>]>([
  [undefined, null],
  ['bytes=0-99', { start: 0, end: 100 }],
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=10-', { start: 10, end: 100 }],
  ['bytes=10-1000', { start: 10, end: 100 }],
  ['bytes=-1', { start: 99, end: 100 }],
  ['bytes=-1000', { start: 0, end: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=999999999999999-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=-', null],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['bytes = 0-1', null],
  ['bytes=a-b', null],
  ['bytes=0x1-2', null],
  ['bytes=1.5-2', null],
  ['octets=0-1', null],
  ['Bytes=0-9', { start: 0, end: 10 }],
  [`bytes=0-${'9'.repeat(400)}`, { start: 0, end: 100 }],
  [`bytes=-${'9'.repeat(400)}`, { start: 0, end: 100 }],
  [`bytes=${'9'.repeat(400)}-`, 'unsatisfiable'],
])('%s of a hundred bytes is %j', (header, range) => {
  expect(requestedRange(header, 100)).toEqual(range);
});

it.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])('%s of nothing cannot be given', (header) => {
  expect(requestedRange(header, 0)).toBe('unsatisfiable');
});
