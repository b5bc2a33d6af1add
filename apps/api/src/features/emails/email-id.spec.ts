import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { idOfMessageId, leastIdAt } from './email-id.ts';

const moment = new Date('2026-03-01T12:00:00.123Z');

it('the least id of a moment is below every id made then, and above every id made before', () => {
  const least = leastIdAt(moment);
  for (let count = 0; count < 100; count += 1) {
    expect(newId({ msecs: moment.getTime() }) >= least).toBe(true);
    expect(newId({ msecs: moment.getTime() - 1 }) < least).toBe(true);
  }
});

it.each([new Date(0), new Date(-1), new Date('9999-12-31T23:59:59Z')])('%s has one', (at) => {
  expect(leastIdAt(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-0{12}$/);
});

const id = '019cac1d-07eb-7abc-8def-0123456789ab';
const hex = id.replaceAll('-', '');

it.each([
  [`<${hex}@example.org>`, id],
  [`${hex}@example.org`, id],
  [`  <${hex.toUpperCase()}@EXAMPLE.ORG> `, id],
  ['<somebody.elses@example.org>', null],
  [`<${hex}0@example.org>`, null],
  [hex, null],
  ['', null],
])('the Message-ID %s leads to %s', (messageId, found) => {
  expect(idOfMessageId(messageId)).toBe(found);
});
