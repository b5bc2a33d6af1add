import { describe, expect, it } from 'vitest';
import { EmailIds, idOfMessageId, leastIdAt } from './email-id.ts';

const noon = new Date('2026-11-25T12:00:00.000Z');
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds);

describe('the id of an email', () => {
  it('sorts in the order of acceptance, within a millisecond too', () => {
    const ids = new EmailIds();
    const made = [0, 0, 0, 1, 1, 2].flatMap((milliseconds) =>
      Array.from({ length: 100 }, () => ids.next(later(milliseconds))),
    );
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('lies in the period in which its email was accepted, and in no other', () => {
    const id = new EmailIds().next(noon);
    expect(id >= leastIdAt(noon)).toBe(true);
    expect(id < leastIdAt(later(1))).toBe(true);
  });
});

it.each([new Date(0), new Date(-1), new Date('9999-12-31T23:59:59Z')])('%s has a least id', (at) => {
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
