import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAttachment, composed } from '../../testing/a-mail.ts';
import { cleanFilename } from './clean-filename.ts';

describe('a file name', () => {
  it.each([
    ['Übersicht €.pdf', 'Übersicht €.pdf'],
    ['a "quoted" name.pdf', 'a "quoted" name.pdf'],
    ['😀 and 👩‍👩‍👧.pdf', '😀 and 👩‍👩‍👧.pdf'],
    ['.htaccess', '.htaccess'],
    ['../../etc/passwd', 'passwd'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\report.pdf', 'report.pdf'],
    ['a/b\\c.pdf', 'c.pdf'],
    ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
    ['\u202excod.exe', 'xcod.exe'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u2066b\u2069\u200e\u061c.pdf', 'ab.pdf'],
    ['a\r\nBcc: eve@example.com.pdf', 'a Bcc: eve@example.com.pdf'],
    ['a\0.pdf\0.exe', 'a.pdf.exe'],
    ['a\u2028b\u0085c\x1b[31m.pdf', 'abc[31m.pdf'],
    ['a\ud800b.pdf', 'ab.pdf'],
    ['\ufeffa\u200bb\u00adc\u2060.pdf', 'abc.pdf'],
    ['\u3164\u115f', ''],
    ['نامه\u200cای ❤\ufe0f 🏴\u{e0067}\u{e007f}.pdf', 'نامه\u200cای ❤\ufe0f 🏴\u{e0067}\u{e007f}.pdf'],
    ['  two words.pdf \t', 'two words.pdf'],
    ['report.pdf. . .', 'report.pdf'],
    ['..', ''],
    ['a/..', ''],
    ['a/', ''],
    ['\u202e\0', ''],
    [' ', ''],
    ['', ''],
    ['日'.repeat(251) + '.pdf', '日'.repeat(251) + '.pdf'],
    ['日'.repeat(300) + '.pdf', '日'.repeat(251) + '.pdf'],
    ['x' + '😀'.repeat(200) + '.pdf', 'x' + '😀'.repeat(125) + '.pdf'],
    ['x' + '😀'.repeat(200) + '.tar', 'x' + '😀'.repeat(125) + '.tar'],
    ['x'.repeat(300), 'x'.repeat(255)],
    [`${'x'.repeat(254)}. y`, 'x'.repeat(254)],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanFilename(given)).toBe(clean);
  });

  it('is clean after one cleaning, has no way out of a directory, and passes through a message', async () => {
    const pieces = [
      '/',
      '\\',
      '..',
      '.',
      ' ',
      '\r\n',
      '\0',
      '\u202e',
      '\ud800',
      '"',
      ';',
      '%2f',
      '日',
      '😀',
      'a',
      '.pdf',
    ];
    const anyName = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((list) => list.join(''));
    await fc.assert(
      fc.asyncProperty(anyName, async (given) => {
        const clean = cleanFilename(given);
        expect(cleanFilename(clean)).toBe(clean);
        expect(clean).not.toMatch(/[/\\]|^\.{1,2}$/);
        expect(clean.length).toBeLessThanOrEqual(255);
        if (clean === '') return;
        const { parsed } = await composed({ attachments: [anAttachment({ filename: clean })] });
        expect(parsed.attachments.map(({ filename }) => filename)).toEqual([clean]);
      }),
      { numRuns: 500, seed: 3 },
    );
  }, 30_000);
});
