import { describe, expect, it } from 'vitest';
import { parseFaxNumber } from './fax-number.ts';

describe('a fax number', () => {
  it.each([
    ['+39040226338', '+39040226338'],
    ['+3940226338', '+3940226338'],
    [' +49 (30) 123-45.67 ', '+49301234567'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['\u00a0+49\u202f30\u00a0123\u20114567', '+49301234567'],
    ['+49 30 – 123 45 67', '+49301234567'],
    ['+39 040 226338/T33S=12', '+39040226338/T33S=12'],
    ['+39040226338/t33s=01234567890123456789', '+39040226338/T33S=01234567890123456789'],
  ])('in international form passes: %s', (input, dialString) => {
    const [e164, subaddress = null] = dialString.split('/T33S=');
    expect(parseFaxNumber(input)).toEqual({ e164, subaddress, dialString });
  });

  it.each([
    ['nothing', ''],
    ['a plus alone', '+'],
    ['two of them', '++39040226338'],
    ['no country code', '040 226338'],
    ['the country code after 00', '0039 040 226338'],
    ['a country that does not exist', '+999 123456789'],
    ['too few digits', '+39 12'],
    ['too many digits', '+39 0402263381234567'],
    ['a list', '+39040226338,+39040226339'],
    ['a list by semicolon', '+39040226338;+39040226339'],
    ['an address', '+39040226338@eve.example'],
    ['a second ending', '+39 040 226338/39'],
    ['a plus between digits', '+39 040 +226338'],
    ['an extension', '+39040226338 ext. 5'],
    ['a parameter', '+39040226338;ext=5'],
    ['letters', '+1 800 FLOWERS'],
    ['full-width digits', '+３９０４０２２６３３８'],
    ['a line break at the end', '+39040226338\r\n'],
    ['an empty subaddress', '+39040226338/T33S='],
    ['a subaddress of 21 digits', `+39040226338/T33S=${'1'.repeat(21)}`],
    ['two subaddresses', '+39040226338/T33S=1/T33S=2'],
    ['another element after the slash', '+39040226338/ATTN=x'],
    ['a megabyte', '+39'.repeat(400_000)],
  ])('is NUMBER_NOT_VALID with %s', (_, input) => {
    expect(parseFaxNumber(input)).toMatchObject({ code: 'NUMBER_NOT_VALID' });
  });
});
