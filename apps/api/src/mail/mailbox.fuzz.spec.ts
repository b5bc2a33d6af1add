import fc from 'fast-check';
import addressparser from 'nodemailer/lib/addressparser';
import { describe, expect, it } from 'vitest';
import { mailboxHeader } from './mailbox-header.ts';
import { parseMailbox } from './mailbox.ts';
import { quote } from './quoted-string.ts';
import { hasUnsafeCharacter } from './unsafe-characters.ts';

const PIECES = [
  ...['ada', 'bob', 'example.org', 'a.b', 'Ada ', 'jögi', 'jõgeva.ee', '日本', '１', 'xn--a', '0x7f', '1'],
  ...[
    '@',
    '@',
    '@',
    '.',
    '..',
    '-',
    '_',
    '"',
    '"',
    '\\',
    '(',
    ')',
    '<',
    '>',
    ',',
    ';',
    ':',
    '[',
    ']',
    ' ',
    '\t',
    "'",
  ],
  ...[
    '/',
    '=',
    '+',
    '%',
    '!',
    '?',
    '\r\n',
    '\0',
    '\u202e',
    '\ud800',
    '\u3000',
    '。',
    '％',
    '=?utf-8?Q?=40?=',
  ],
  ...['<a@b>', '"a b"', '(c)', '[192.0.2.1]', '@a:', 'g:a@b;', '<@a,@b:', 'mailto:'],
];
const anyInput = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom('ada@example.org', 'A B <ada@example.org>', '"a b"@x', '<@a:b@c>'),
      fc.nat(30),
      fc.constantFrom(...PIECES),
    )
    .map(([valid, at, piece]) => valid.slice(0, at) + piece + valid.slice(at)),
);
const runs = { numRuns: 20_000, seed: 20_260_101 };

describe('whatever is typed', () => {
  it('is refused, or is one mailbox that reads back as itself', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const mailbox = parseMailbox(input, 'lenient');
        if ('code' in mailbox) return;
        const { address, displayName, localPart, domain } = mailbox;
        expect(hasUnsafeCharacter(address + (displayName ?? ''))).toBe(false);
        expect(address).toBe(`${localPart}@${domain}`);
        expect(domain).toMatch(/^[\w.-]+$|^\[[^[\]<>,;"()\\@]*\]$/);
        expect(parseMailbox(address, 'lenient')).toEqual({ ...mailbox, displayName: null });
        const canonical = `${displayName === null ? '' : quote(displayName)} <${address}>`;
        if (canonical.length < 998) expect(parseMailbox(canonical, 'lenient')).toEqual(mailbox);
      }),
      runs,
    );
  });

  it('gives no address that was not in it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const mailbox = parseMailbox(input, 'lenient');
        if ('code' in mailbox) return;
        expect(input).toContain(`${mailbox.localPart}@`);
        if (!/[^\0-\x7f]/.test(input)) expect(input).toContain(mailbox.address);
      }),
      runs,
    );
  });

  it('means the same to both rules, or is what strict alone refuses', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const strict = parseMailbox(input, 'strict');
        const lenient = parseMailbox(input, 'lenient');
        if ('code' in strict && strict.code === 'ADDRESS_NOT_STRICT')
          expect(lenient).not.toHaveProperty('code');
        else expect(lenient).toEqual(strict);
      }),
      runs,
    );
  });

  it('is the same single recipient to a second parser once it stands in a header', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const mailbox = parseMailbox(input, 'lenient');
        if ('code' in mailbox) return;
        const header = mailboxHeader('To', [mailbox, mailbox]);
        const read = addressparser(header.slice('To:'.length).replaceAll('\r\n', ''));
        expect(read.map((entry) => unquotedLocalPart(entry.address ?? ''))).toEqual(
          Array(2).fill(unquotedLocalPart(mailbox.address)),
        );
      }),
      runs,
    );
  });

  it('is told what is wrong in one of few sentences, none of which repeats it', () => {
    const sentences = new Set<string>();
    let accepted = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = parseMailbox(input, 'strict');
        if ('code' in result) sentences.add(result.message);
        else accepted++;
      }),
      runs,
    );
    expect(sentences.size).toBeLessThanOrEqual(8);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]*(\.org[^.]*)*\.$/);
    expect(accepted).toBeGreaterThan(500);
  });
});

/** nodemailer's parser gives a quoted local part without its quotes. */
function unquotedLocalPart(address: string): string {
  return address.replace(/^"(.*)"@/s, (_, quoted: string) => `${quoted.replace(/\\(.)/gs, '$1')}@`);
}
