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

  it('is found in the Message-ID that was made of it', () => {
    const id = new EmailIds().next(noon);
    expect(idOfMessageId(`<${id.replaceAll('-', '')}@example.org>`)).toBe(id);
    expect(idOfMessageId('<CAF=somebody.else@example.org>')).toBeNull();
  });
});
