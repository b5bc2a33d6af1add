import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotStuffed, withCrlf } from './message-data.ts';

const stuffed = (text: string) =>
  Buffer.concat([...dotStuffed(withCrlf(Buffer.from(text, 'latin1')))]).toString('latin1');

/** What a server makes of it (RFC 5321 section 4.5.2). */
const unstuffed = (wire: string) => wire.replace(/(^|\r\n)\./g, '$1');

describe('a message on the wire', () => {
  it('is not copied when it is right already', () => {
    const message = Buffer.from('Subject: a\r\n\r\nb\r\n');
    expect(withCrlf(message)).toBe(message);
  });

  it.each([
    ['a\nb', 'a\r\nb\r\n'],
    ['a\rb\r\n', 'a\r\nb\r\n'],
    ['a\r\r\nb\r\n', 'a\r\n\r\nb\r\n'],
    ['a\n\rb\r\n', 'a\r\n\r\nb\r\n'],
    ['a', 'a\r\n'],
    ['a\r', 'a\r\n'],
    ['', ''],
  ])('has CRLF alone as line end: %j is %j', (message, wire) => {
    expect(withCrlf(Buffer.from(message)).toString()).toBe(wire);
  });

  it.each([
    ['.', '..\r\n'],
    ['.\r\n', '..\r\n'],
    ['a\r\n.\r\nb\r\n', 'a\r\n..\r\nb\r\n'],
    ['..\r\n.x\r\na.\r\n', '...\r\n..x\r\na.\r\n'],
  ])('has every dot at a line begin doubled: %j is %j', (message, wire) => {
    expect(stuffed(message)).toBe(wire);
  });

  it.each([
    'a\n.\nQUIT\r\n',
    'a\r.\rQUIT\r\n',
    'a\n.\r\nQUIT\r\n',
    'a\r\n.\nQUIT\r\n',
    'a\r\r\n.\r\r\nQUIT\r\n',
  ])('cannot be ended early by %j (SMTP smuggling)', (message) => {
    expect(stuffed(message)).not.toMatch(/(^|\r|\n)\.(\r|\n)/);
  });

  it('comes out at the server as it went in, whatever it is made of and however it is cut', () => {
    const anything = fc.array(
      fc.constantFrom('\r\n', '\r', '\n', '.', 'x', '\xff', 'y'.repeat(16_383), 'z'.repeat(16_382)),
      {
        maxLength: 24,
      },
    );
    fc.assert(
      fc.property(anything, (parts) => {
        const message = parts.join('');
        const wire = stuffed(message);
        expect(wire).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
        expect(`\r\n${wire}`).not.toContain('\r\n.\r\n');
        expect(unstuffed(wire)).toBe(withCrlf(Buffer.from(message, 'latin1')).toString('latin1'));
      }),
      { numRuns: 300 },
    );
  });
});
