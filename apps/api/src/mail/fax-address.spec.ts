import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faxAddress, parseFaxTemplate, type FaxTemplate } from './fax-address.ts';
import { parseFaxNumber, type FaxNumber } from './fax-number.ts';

function template(text: string): FaxTemplate {
  const result = parseFaxTemplate(text);
  if ('code' in result) throw new Error(result.code);
  return result;
}

function number(text: string): FaxNumber {
  const result = parseFaxNumber(text);
  if ('code' in result) throw new Error(result.code);
  return result;
}

describe('the address of a fax number', () => {
  it.each([
    ['FAX={number}@fax.example.org', 'FAX=+39040226338/T33S=12@fax.example.org'],
    [' {number}@localhost ', '+39040226338/T33S=12@localhost'],
    ['"{number}"@fax.example.org', '"+39040226338/T33S=12"@fax.example.org'],
    ['$&{number}$1@fax_1.example.org', '$&+39040226338/T33S=12$1@fax_1.example.org'],
    ['fax={number}@jõgeva.ee', 'fax=+39040226338/T33S=12@xn--jgeva-dua.ee'],
  ])('by the template %s is %s', (text, address) => {
    expect(faxAddress(template(text), number('+39 040 226338/T33S=12'))).toMatchObject({
      address,
      displayName: null,
    });
  });

  it('is one recipient at the domain of the gateway, whatever is typed as number', () => {
    const gateway = template('FAX={number}@fax.example.org');
    const pieces = [
      '+39',
      '040226338',
      '+',
      ' ',
      '@',
      ',',
      ';',
      '<',
      '>',
      '"',
      '/T33S=',
      '1',
      '%',
      '!',
      '\r\n',
      '\0',
      ':',
      '(',
      ')',
      '{number}',
      'eve.example',
    ];
    const anyNumber = fc
      .array(fc.constantFrom(...pieces), { maxLength: 6 })
      .map((list) => `+39040226338${list.join('')}`);
    let accepted = 0;
    fc.assert(
      fc.property(anyNumber, (input) => {
        const fax = parseFaxNumber(input);
        if ('code' in fax) return;
        accepted++;
        expect(faxAddress(gateway, fax).address).toMatch(
          /^FAX=\+[0-9]{5,15}(\/T33S=[0-9]{1,20})?@fax\.example\.org$/,
        );
      }),
      { numRuns: 20_000, seed: 33 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });

  it('is never made of a number that no parser made', () => {
    const forged = { e164: '+39', subaddress: null, dialString: '+39@eve.example,x' };
    expect(() => faxAddress(template('FAX={number}@fax.example.org'), forged)).toThrow(TypeError);
  });
});

describe('a template', () => {
  it.each([
    ['nothing', ''],
    ['no slot', 'FAX=@fax.example.org'],
    ['two slots', 'FAX={number}{number}@fax.example.org'],
    ['the slot alone', '{number}'],
    ['the slot in the domain', 'fax@{number}.example.org'],
    ['the slot in the name', '"{number}" <fax@example.org>'],
    ['the slot in a comment', 'fax@example.org ({number})'],
    ['the slot in a route', '<@{number}:fax@example.org>'],
    ['a name', 'Fax <FAX={number}@fax.example.org>'],
    ['a list', 'FAX={number}@fax.example.org,eve@example.com'],
    ['a line break', 'FAX={number}@fax.example.org\r\n'],
    ['a local part that leaves no room for a long number', `${'x'.repeat(23)}{number}@fax.example.org`],
    ['a megabyte', '{number}'.repeat(200_000)],
  ])('is TEMPLATE_NOT_VALID with %s', (_, text) => {
    expect(parseFaxTemplate(text)).toMatchObject({ code: 'TEMPLATE_NOT_VALID' });
  });

  it('may be as long as the longest number leaves room for', () => {
    const longest = `+${'9'.repeat(15)}/T33S=${'9'.repeat(20)}`;
    const fax = { e164: longest.slice(0, 16), subaddress: longest.slice(22), dialString: longest };
    expect(faxAddress(template(`${'x'.repeat(22)}{number}@fax.example.org`), fax).localPart).toHaveLength(64);
  });
});
