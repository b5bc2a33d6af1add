import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composed } from '../../testing/a-mail.ts';
import { quotedPrintable } from './quoted-printable.ts';
import { textBody } from './text-body.ts';

describe('a text in the message', () => {
  it.each<[string, string, string, string]>([
    [
      'is as it is where every server takes that',
      'Hello\r\n-- \r\nAda\t.\r\n',
      '7bit',
      'Hello\r\n-- \r\nAda\t.\r\n',
    ],
    ['may be empty', '', '7bit', ''],
    ['has CRLF at the end of every line', '\na\r\rb\r\n\n', '7bit', '\r\na\r\n\r\nb\r\n\r\n'],
    ['may have lines of 78', `${'x'.repeat(78)}\r\n`, '7bit', `${'x'.repeat(78)}\r\n`],
    ['has no longer line', `${'x'.repeat(79)}\r\n`, 'quoted-printable', `${'x'.repeat(75)}=\r\nxxxx\r\n`],
    ['hides an octet that servers would change', 'a\0\x7f\x1b[1m', 'quoted-printable', 'a=00=7F=1B[1m'],
    [
      'stays readable where few characters are outside ASCII',
      'Grüße, 1 = 1 and so on \n',
      'quoted-printable',
      'Gr=C3=BC=C3=9Fe, 1 =3D 1 and so on=20\r\n',
    ],
    ['is base64 where most are', '日本語\n', 'base64', '5pel5pys6KqeDQo='],
  ])('%s', (_, text, encoding, body) => {
    expect(textBody(text)).toEqual({ encoding, body });
  });

  it('arrives as it was written, whatever it is', async () => {
    const pieces = [
      '\n',
      '\r\n',
      ' ',
      '\t',
      '=',
      '=\r\n',
      '=3D',
      '.',
      '-- ',
      'ü',
      '日',
      '😀',
      'From ',
      '\0',
      '\x7f',
      '--=_',
    ];
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 60 })
      .map((list) => list.join('').toWellFormed());
    await fc.assert(
      fc.asyncProperty(anyText, fc.nat(200), async (text, padding) => {
        const whole = `${text}${'x'.repeat(padding)}`;
        const { raw, parsed } = await composed({ text: whole, html: whole });
        const lines = whole.replace(/\r\n|\r|\n/g, '\n');
        expect(parsed.text?.replaceAll('\r\n', '\n')).toBe(lines);
        expect(parsed.html || '').toBe(lines);
        expect(raw.replaceAll('\r\n', '')).not.toMatch(/[^\t -~]/);
        expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
      }),
      { numRuns: 500, seed: 11 },
    );
  }, 30_000);
});

describe('quoted-printable', () => {
  it('splits no character between two lines', () => {
    for (const character of ['ü', '日', '😀']) {
      for (let before = 60; before < 80; before++) {
        const lines = quotedPrintable('x'.repeat(before) + character.repeat(20)).split('=\r\n');
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(75);
          const octets = Buffer.from(
            line.replace(/=(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          );
          expect(octets.toString()).not.toContain('\ufffd');
        }
      }
    }
  });
});
