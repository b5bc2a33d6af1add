import { AddrSpecFault, parseAddrSpec } from './addr-spec.ts';
import { mailboxParts } from './mailbox-parts.ts';
import { hasUnsafeCharacter } from './unsafe-characters.ts';
import { withoutOuterBlanks } from './white-space.ts';

/** `lenient` takes more than `strict`: dots anywhere in an unquoted local part, underscores in the domain. */
export type AddressRule = 'strict' | 'lenient';

export interface Mailbox {
  displayName: string | null;
  localPart: string;
  /** A-labels, or a domain literal in its brackets. Letter case as typed. */
  domain: string;
  /** For MAIL, RCPT and the headers: `localPart@domain`, to the octet. */
  address: string;
  /** Only a local part outside ASCII needs it (RFC 6531): domains travel as A-labels. */
  needsSmtpUtf8: boolean;
}

export const AddressProblemCode = {
  ADDRESS_NOT_VALID: 'ADDRESS_NOT_VALID',
  /** The lenient rule would take it. */
  ADDRESS_NOT_STRICT: 'ADDRESS_NOT_STRICT',
  CONTROL_CHARACTER: 'CONTROL_CHARACTER',
  TOO_LONG: 'TOO_LONG',
} as const;
export type AddressProblemCode = (typeof AddressProblemCode)[keyof typeof AddressProblemCode];

export interface AddressProblem {
  code: AddressProblemCode;
  /** One sentence that says what to do. Never holds what was typed. */
  message: string;
}

/** UTF-16 units, name and comments included: the longest line of RFC 5322 section 2.1.1. */
const MAX_INPUT = 998;

const PROBLEM_OF_FAULT: Record<AddrSpecFault, AddressProblem> = {
  LOCAL_PART: {
    code: AddressProblemCode.ADDRESS_NOT_VALID,
    message:
      'Enter one address such as name@example.org; spaces and special characters before the @ need quotes.',
  },
  LOCAL_PART_TOO_LONG: {
    code: AddressProblemCode.TOO_LONG,
    message: 'Shorten the part before the @ to 64 bytes.',
  },
  DOMAIN: {
    code: AddressProblemCode.ADDRESS_NOT_VALID,
    message: 'Check the part after the @: it must be one domain such as example.org.',
  },
  DOMAIN_TOO_LONG: {
    code: AddressProblemCode.TOO_LONG,
    message: 'Shorten the domain to 255 characters, and each part between its dots to 63.',
  },
};

/**
 * One mailbox of RFC 5322 (and of RFC 822), alone: `ada@example.org`, `Ada <ada@example.org>`, with
 * comments around. White space around it is dropped, line breaks are not white space here. A group or
 * a list is no mailbox, not even a list of one.
 *
 * Strict gives the verdicts of Jakarta Mail 2 in strict mode (parse and validate), but refuses what that
 * drops or waves through: text after the address, empty list members, groups, a backslash outside quotes
 * (mail servers read it in different ways), structure inside a domain literal, letters that IDNA would map
 * to others. It takes what Jakarta does not know as letters in a domain: marks, and all beyond U+FFFF.
 */
export function parseMailbox(input: string, rule: AddressRule): Mailbox | AddressProblem {
  if (input.length > MAX_INPUT) {
    return {
      code: AddressProblemCode.TOO_LONG,
      message: 'Shorten the address to 998 characters, the name included.',
    };
  }
  const text = withoutOuterBlanks(input);
  if (hasUnsafeCharacter(text)) {
    return {
      code: AddressProblemCode.CONTROL_CHARACTER,
      message: 'Type the address again by hand: it holds a line break or another invisible character.',
    };
  }
  const parts = mailboxParts(text);
  if (parts === null) {
    return {
      code: AddressProblemCode.ADDRESS_NOT_VALID,
      message:
        'Enter one address such as Ada <ada@example.org>, with quotes around a name that has a comma or a colon.',
    };
  }
  const found = parseAddrSpec(parts.addrSpec);
  if ('fault' in found) return PROBLEM_OF_FAULT[found.fault];
  if (rule === 'strict' && !found.isStrict) {
    return {
      code: AddressProblemCode.ADDRESS_NOT_STRICT,
      message:
        'Correct the dots or the underscore in the address, or switch strict addresses off for this server.',
    };
  }
  const { localPart, domain } = found;
  return {
    displayName: parts.displayName,
    localPart,
    domain,
    address: `${localPart}@${domain}`,
    needsSmtpUtf8: /[^\x20-\x7e]/.test(localPart),
  };
}
