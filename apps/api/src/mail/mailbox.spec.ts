import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMailbox, type AddressRule, type Mailbox } from './mailbox.ts';

interface AddressVectors {
  cases: { input: string; strict: 'accept' | 'reject'; lenient: 'accept' | 'reject' }[];
}
// The file is ours, of this shape.
const vectorsFile = new URL('../../testing/vectors/addresses.json', import.meta.url);
const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as AddressVectors;

function accepted(input: string, rule: AddressRule = 'strict'): Mailbox {
  const result = parseMailbox(input, rule);
  if ('code' in result) throw new Error(`${JSON.stringify(input)} was refused: ${result.code}`);
  return result;
}

function refusal(input: string, rule: AddressRule = 'strict'): string {
  const result = parseMailbox(input, rule);
  return 'code' in result ? result.code : `accepted as ${result.address}`;
}

describe('the address vectors', () => {
  for (const { input, ...verdicts } of vectors.cases) {
    for (const rule of ['strict', 'lenient'] as const) {
      it(`${rule} ${verdicts[rule]}s ${JSON.stringify(input)}`, () => {
        const result = parseMailbox(input, rule);
        expect('code' in result ? 'reject' : 'accept').toBe(verdicts[rule]);
        if (!('code' in result) && /^[ -~]*$/.test(input)) expect(input).toContain(result.address);
      });
    }
  }
});

describe('the name of a mailbox', () => {
  it.each([
    ['ada@example.org', null],
    ['<ada@example.org>', null],
    ['"" <ada@example.org>', null],
    ['" " <ada@example.org>', null],
    ['Ada Lovelace <ada@example.org>', 'Ada Lovelace'],
    ['Ada<ada@example.org>', 'Ada'],
    ['A. Lovelace <ada@example.org>', 'A. Lovelace'],
    ['Adá Löwelace <ada@example.org>', 'Adá Löwelace'],
    ['"Lovelace, Ada" <ada@example.org>', 'Lovelace, Ada'],
    ['"Ada \\"the first\\" \\\\ L." <ada@example.org>', 'Ada "the first" \\ L.'],
    ['"Ada" Lovelace <ada@example.org>', 'Ada Lovelace'],
    ['ada@example.org <ada@example.org>', 'ada@example.org'],
    ['Ada [Sales] <ada@example.org>', 'Ada [Sales]'],
    ['OFFICE\\ada <ada@example.org>', 'OFFICE\\ada'],
    ['Ada (CEO) <ada@example.org>', 'Ada (CEO)'],
    ['Ada (the (first)) (CEO) <ada@example.org>', 'Ada (the (first)) (CEO)'],
    ['Ada <ada@example.org> (CEO)', 'Ada'],
    ['(CEO) Ada <ada@example.org>', 'Ada'],
    ['ada@example.org (Ada Lovelace)', 'Ada Lovelace'],
    ['(Ada Lovelace) ada@example.org', 'Ada Lovelace'],
    ['(Ada) <ada@example.org>', 'Ada'],
    ['() ada@example.org', null],
    ['=?utf-8?Q?Ad=C3=A1?= <ada@example.org>', '=?utf-8?Q?Ad=C3=A1?='],
  ])('of %s is %s', (input, displayName) => {
    expect(accepted(input)).toEqual({
      displayName,
      localPart: 'ada',
      domain: 'example.org',
      address: 'ada@example.org',
      needsSmtpUtf8: false,
    });
  });
});

describe('strict', () => {
  it.each([
    ['ada@[192.0.2.1]'],
    ['ada@[IPv6:2001:db8::1]'],
    ['ada@123.456'],
    ['ada@127.1'],
    ['ada@0x7f.1'],
    ['ada@-example-.org'],
    ['ADA@EXAMPLE.ORG'],
    ['ada@xn--jgeva-dua.ee'],
    ["#!$%&'*+-/=?^_`{|}~@example.org"],
    ['ada!bob%example.net@example.org'],
    ['"ada@home"@example.org'],
    ['"ada, \\"bob\\"; <eve>: (x)"@example.org'],
    ['""@example.org'],
    ['"..ada.."@example.org'],
    ['jögeva@example.org'],
    ['用户@example.org'],
  ])('takes %s as it is', (input) => {
    expect(accepted(input).address).toBe(input);
    expect(accepted(`Name <${input}>`)).toEqual({ ...accepted(input), displayName: 'Name' });
  });

  it.each([
    ['a source route', '<@a.example,@b.example:ada@example.org>'],
    ['spaces inside the angle brackets', 'Ada < ada@example.org >'],
    ['blanks around', '\t\u00a0 ada@example.org\u3000\t'],
  ])('sends %s to the address alone', (_, input) => {
    expect(accepted(input).address).toBe('ada@example.org');
  });

  it.each([
    ['nothing', ''],
    ['blanks alone', '  \t '],
    ['a comment alone', '(ada@example.org)'],
    ['a group', 'Friends: ada@example.org;'],
    ['an empty group', 'undisclosed-recipients:;'],
    ['a list', 'ada@example.org, bob@example.org'],
    ['a list by semicolon', 'ada@example.org;bob@example.org'],
    ['a list of one', 'ada@example.org,'],
    ['a list with an empty member before', ',ada@example.org'],
    ['text after the address', 'Ada <ada@example.org> Lovelace'],
    ['an address after the address', 'Ada <ada@example.org> bob@example.org'],
    ['a comment inside the address', 'ada@example(home).org'],
    ['a comment before the @', 'ada(home)@example.org'],
    ['a comment inside the angle brackets', '<ada@example.org (home)>'],
    ['white space before the @', 'ada @example.org'],
    ['white space after the @', 'ada@ example.org'],
    ['a space of another script', 'ada\u3000lovelace@example.org'],
    ['a space without width', 'ada\u200b@example.org'],
    ['a bracket left open', 'Ada <ada@example.org'],
    ['a bracket too many', 'Ada <ada@example.org>>'],
    ['brackets in brackets', '<<ada@example.org>>'],
    ['a colon in the name', 'Ada: <ada@example.org>'],
    ['a semicolon in the name', 'Ada; <ada@example.org>'],
    ['a quote left open', '"Ada <ada@example.org>'],
    ['a quote that is escaped', '"Ada\\" <ada@example.org>'],
    ['a bracket that another parser may read as escaped', 'Ada \\<ada@example.org>'],
    ['a comment left open', 'Ada (CEO <ada@example.org>'],
    ['a backslash outside quotes', 'ada\\@home@example.org'],
    ['a backslash before the closing quote', '"ada\\\\"@example.org'],
    ['words beside a quoted local part', '"ada"lovelace@example.org'],
    ['a quoted string after a dot', 'ada."lovelace"@example.org'],
    ['a broken route', '<@a.example ada@example.org>'],
    ['a route alone', '<@a.example:>'],
    ['a dot before the domain', 'ada@.example.org'],
    ['a dot after the domain', 'ada@example.org.'],
    ['a dot alone as domain', 'ada@.'],
    ['a port', 'ada@example.org:25'],
    ['a path', 'ada@example.org/x'],
    ['a literal left open', 'ada@[192.0.2.1'],
    ['a literal with a name behind', 'ada@[192.0.2.1].org'],
    ['a literal with structure inside', 'ada@[192.0.2.1,bob@eve.example]'],
    ['a literal with angle brackets inside', 'ada@[<eve@example.net>]'],
    ['a quoted domain', 'ada@"example.org"'],
  ])('refuses %s, and so does lenient', (_, input) => {
    expect(refusal(input)).toBe('ADDRESS_NOT_VALID');
    expect(refusal(input, 'lenient')).toBe('ADDRESS_NOT_VALID');
  });
});

describe('lenient', () => {
  it.each([
    ['.ada@example.org'],
    ['ada.@example.org'],
    ['ada..lovelace@example.org'],
    ['..@example.org'],
    ['ada@_dmarc.example_.org'],
    ['ada..@[192.0.2.1]'],
    ['"ada"@ex_ample.org'],
  ])('takes %s as it is, where strict says that lenient would', (input) => {
    expect(accepted(input, 'lenient').address).toBe(input);
    expect(refusal(input)).toBe('ADDRESS_NOT_STRICT');
    expect(accepted(`Ada <${input}>`, 'lenient').address).toBe(input);
  });
});

describe('a control character', () => {
  const controls = [
    '\0',
    '\x01',
    '\t',
    '\n',
    '\r',
    '\r\n ',
    '\x1b',
    '\x7f',
    '\x80',
    '\x85',
    '\x9f',
    '\u2028',
  ];
  const bidi = ['\u2029', '\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'];
  const lone = ['\ud800', '\udc00'];
  const places = (sign: string) => [
    `ada${sign}@example.org`,
    `ada@example${sign}.org`,
    `"ada${sign}x"@example.org`,
    `Ada${sign}L <ada@example.org>`,
    `"Ada${sign}L" <ada@example.org>`,
    `ada@example.org (x${sign}y)`,
    `<ada@example.org${sign}>`,
  ];
  it.each([...controls, ...bidi, ...lone].map((sign) => [JSON.stringify(sign), sign]))(
    '%s never passes',
    (_, sign) => {
      for (const input of places(sign)) {
        expect(refusal(input)).toBe('CONTROL_CHARACTER');
        expect(refusal(input, 'lenient')).toBe('CONTROL_CHARACTER');
      }
    },
  );

  it('is refused at the end as well, where a line break would be white space', () => {
    expect(refusal('ada@example.org\r\n')).toBe('CONTROL_CHARACTER');
    expect(refusal('\nada@example.org')).toBe('CONTROL_CHARACTER');
  });
});

describe('length', () => {
  const label = (length: number) => 'a'.repeat(length);
  it.each([
    ['a local part of 64 octets', `${label(64)}@example.org`],
    ['a local part of 64 octets in two-octet letters', `${'ö'.repeat(32)}@example.org`],
    ['a quoted local part of 64 octets, quotes included', `"${label(62)}"@example.org`],
    ['a label of 63', `ada@${label(63)}.org`],
    ['a domain of 255', `ada@${label(63)}.${label(63)}.${label(63)}.${label(63)}`],
    ['a name of 900', `${label(900)} <ada@example.org>`],
  ])('passes: %s', (_, input) => {
    expect(refusal(input)).toMatch('accepted');
  });

  it.each([
    ['a local part of 65 octets', `${label(65)}@example.org`],
    ['a local part of 66 octets in two-octet letters', `${'ö'.repeat(33)}@example.org`],
    ['a quoted local part of 65 octets, quotes included', `"${label(63)}"@example.org`],
    ['a label of 64', `ada@${label(64)}.org`],
    ['a label of 64 as A-label', `ada@ö${label(58)}.org`],
    ['a domain of 256', `ada@${label(63)}.${label(63)}.${label(63)}.${label(62)}.a`],
    ['an input of 999', `${label(981)} <ada@example.org>`],
  ])('is TOO_LONG: %s', (_, input) => {
    expect(refusal(input)).toBe('TOO_LONG');
    expect(refusal(input, 'lenient')).toBe('TOO_LONG');
  });

  it('ends a hostile megabyte before anything reads it', () => {
    const megabyte = (pattern: string) => pattern.repeat(Math.ceil(2 ** 20 / pattern.length));
    const patterns = [
      'a',
      ' ',
      '"',
      '\\',
      '(',
      '<',
      '@',
      '.',
      ',',
      '[',
      '\\"',
      '"\\',
      '()',
      '<>',
      'a.',
      '=?',
      '\u00a0',
      'ö',
      '@a:',
      '\0',
    ];
    for (const pattern of patterns) {
      expect(refusal(megabyte(pattern))).toBe('TOO_LONG');
      expect(refusal(`ada@${megabyte(pattern)}`, 'lenient')).toBe('TOO_LONG');
    }
  });
});

describe('SMTPUTF8', () => {
  it.each([
    ['jögi@jõgeva.ee', 'jögi@xn--jgeva-dua.ee', true],
    ['Jögi <jogi@jõgeva.ee>', 'jogi@xn--jgeva-dua.ee', false],
  ])('is needed for a local part in another script alone: %s', (input, address, needsSmtpUtf8) => {
    expect(accepted(input)).toMatchObject({ address, needsSmtpUtf8 });
  });
});
