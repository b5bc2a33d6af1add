import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { withoutOuterBlanks } from './white-space.ts';

export interface FaxNumber {
  /** `+39040226338` (E.164). */
  e164: string;
  /** Digits of an ITU T.33 subaddress, which finds the person or the tray behind the number. */
  subaddress: string | null;
  /** What stands for `{number}` in a template: `+39040226338`, or `+39040226338/T33S=12` (RFC 3192 section 2). */
  dialString: string;
}

export interface FaxNumberProblem {
  code: 'NUMBER_NOT_VALID';
  /** One sentence that says what to do. Never holds what was typed. */
  message: string;
}

/**
 * Signs that people and typesetters put between digits, and no letters: `+1 800 FLOWERS` is no fax number. Nor a slash, behind which some
 * write a second number or an extension.
 */
const NUMBER = /^(\+[0-9().\p{Zs}\p{Pd}]+)(?:\/T33S=([0-9]{1,20}))?$/iu;
const SEPARATORS = /[^+0-9]/g;
const MAX_INPUT = 64;

/**
 * A fax number in international form. Its length is checked against its country's plan, not its
 * ranges: those change faster than a library that is pinned.
 */
export function parseFaxNumber(input: string): FaxNumber | FaxNumberProblem {
  const match = input.length > MAX_INPUT ? null : NUMBER.exec(withoutOuterBlanks(input));
  const number = parsePhoneNumberFromString(match?.[1]?.replace(SEPARATORS, '') ?? '');
  if (match === null || number?.isPossible() !== true) {
    return {
      code: 'NUMBER_NOT_VALID',
      message: 'Enter the fax number with + and the country code, such as +39 040 226338.',
    };
  }
  const e164: string = number.number;
  const subaddress = match[2] ?? null;
  return { e164, subaddress, dialString: subaddress === null ? e164 : `${e164}/T33S=${subaddress}` };
}
