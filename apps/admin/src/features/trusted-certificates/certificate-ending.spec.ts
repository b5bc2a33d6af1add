import { expect, it } from 'vitest';
import { certificateEnding } from './certificate-ending.ts';

const now = new Date('2026-11-03T12:00:00Z');

it.each([
  ['2026-11-03T12:00:00Z', { state: 'ENDED' }],
  ['2026-11-03T12:00:01Z', { state: 'ENDING', days: 0 }],
  ['2026-11-05T11:59:59Z', { state: 'ENDING', days: 1 }],
  ['2026-11-24T11:59:59Z', { state: 'ENDING', days: 20 }],
  ['2026-11-24T12:00:00Z', { state: 'FINE' }],
])('warns in time of a certificate that is valid until %s', (validTo, ending) => {
  expect(certificateEnding(validTo, now)).toEqual(ending);
});
