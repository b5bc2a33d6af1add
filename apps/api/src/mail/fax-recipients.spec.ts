import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faxRecipients, type NamedRecipients } from './fax-recipients.ts';

const TEMPLATE = 'FAX={number}@fax.example.org';
const addressesOf = (named: NamedRecipients, template = TEMPLATE) => {
  const found = faxRecipients(named, template);
  return Array.isArray(found)
    ? found.map(({ path, code }) => `${path} ${code}`)
    : found.recipients.map(({ address }) => address);
};

describe('the recipients of a fax', () => {
  it('are one address of the gateway for each number, in their order', () => {
    expect(addressesOf({ to: ['+39 040 226338', '+49 30 1234567/T33S=12'] })).toEqual([
      'FAX=+39040226338@fax.example.org',
      'FAX=+49301234567/T33S=12@fax.example.org',
    ]);
  });

  it.each<[string, NamedRecipients, string[]]>([
    ['a number that is none', { to: ['+39040226338', '040'] }, ['to[1] NUMBER_NOT_VALID']],
    ['an address', { to: ['ada@example.org'] }, ['to[0] NUMBER_NOT_VALID']],
    ['nobody', { to: [] }, ['to NO_RECIPIENT']],
    ['copies', { to: ['+39040226338'], cc: ['+39040226338'] }, ['cc NOT_FOR_FAX']],
    [
      'blind copies',
      { to: ['040'], cc: ['x'], bcc: ['+39040226338', 'y'] },
      ['cc NOT_FOR_FAX', 'bcc NOT_FOR_FAX', 'to[0] NUMBER_NOT_VALID'],
    ],
  ])('are refused: %s', (_, named, problems) => {
    expect(addressesOf(named)).toEqual(problems);
  });

  it('may have empty lists of copies', () => {
    expect(addressesOf({ to: ['+39040226338'], cc: [], bcc: null })).toHaveLength(1);
  });

  it('are told when the server has no template that gives an address', () => {
    expect(addressesOf({ to: ['+39040226338'] }, 'fax.example.org')).toEqual(['server TEMPLATE_NOT_VALID']);
  });

  it('are never more than the numbers, and never elsewhere, whatever is typed', () => {
    const pieces = [
      '+39',
      '040226338',
      '@',
      ',',
      ';',
      '<',
      '>',
      '"',
      '\\',
      '/T33S=',
      '1',
      '\r\n',
      '\0',
      '{number}',
      'eve.example',
      ' ',
      '(',
      ')',
    ];
    const anyNumber = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((list) => `+39040226338${list.join('')}`),
      fc.string({ unit: 'binary' }),
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 3 }), (to) => {
        const found = faxRecipients({ to }, TEMPLATE);
        if (Array.isArray(found)) return;
        accepted++;
        expect(found.recipients).toHaveLength(to.length);
        for (const { address } of found.recipients) {
          expect(address).toMatch(/^FAX=\+[0-9]{5,15}(\/T33S=[0-9]{1,20})?@fax\.example\.org$/);
        }
      }),
      { numRuns: 20_000, seed: 34 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});
