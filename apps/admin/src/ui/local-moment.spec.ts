import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './local-moment.ts';

const zone = process.env['TZ'];
beforeAll(() => (process.env['TZ'] = 'Europe/Rome'));
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it.each([
  ['2026-11-24T08:05:00.000Z', '2026-11-24T09:05'],
  ['2026-07-01T22:30:00.000Z', '2026-07-02T00:30'],
  ['', ''],
])('shows %j as %j and reads it back', (moment, field) => {
  expect(toLocalField(moment)).toBe(field);
  expect(fromLocalField(field)).toBe(moment);
});

it('takes what is no moment for none', () => {
  expect(fromLocalField('24.11.')).toBe('');
});
