import { DomainFault, domainOnTheWire } from './domain-name.ts';
import { endOfQuotedString } from './quoted-string.ts';

/** Octets, quotes included: RFC 5321 section 4.5.3.1.1. */
const MAX_LOCAL_PART = 64;

/** No special (RFC 5322 section 3.2.3), no white space, and nothing that only looks like nothing. */
const DOT_STRING = /^[^()<>[\]:;@\\,"\p{White_Space}\u00ad\u180e\u200b\u2060\ufeff]+$/u;
/** Legal, and read by parsers in use, Jakarta Mail among them, as a quote that does not close. */
const BACKSLASH_AT_END = '\\\\"';
/**
 * A domain literal, RFC 5322 section 3.4.1 without the specials. Its numbers are not checked: the
 * server that takes the mail says whether it knows the place.
 */
const LITERAL = /^\[[!#-'*+\--:=?A-Z^-~]*\]$/;

export const AddrSpecFault = {
  LOCAL_PART: 'LOCAL_PART',
  LOCAL_PART_TOO_LONG: 'LOCAL_PART_TOO_LONG',
  DOMAIN: 'DOMAIN',
  DOMAIN_TOO_LONG: 'DOMAIN_TOO_LONG',
} as const;
export type AddrSpecFault = (typeof AddrSpecFault)[keyof typeof AddrSpecFault];

export interface AddrSpec {
  /** As typed, the quotes of a quoted string included. */
  localPart: string;
  /** A-labels, or a domain literal in its brackets. */
  domain: string;
  /** False where only the lenient rule takes it: dots out of place, an underscore in the domain. */
  isStrict: boolean;
}

/** `local-part@domain` (RFC 5322 section 3.4.1) without comments or white space around its parts. */
export function parseAddrSpec(text: string): AddrSpec | { fault: AddrSpecFault } {
  const isQuoted = text.startsWith('"');
  const at = isQuoted ? (endOfQuotedString(text, 0) ?? -1) : text.indexOf('@');
  if (at < 1 || text[at] !== '@') return { fault: AddrSpecFault.LOCAL_PART };
  const localPart = text.slice(0, at);
  if (isQuoted ? localPart.endsWith(BACKSLASH_AT_END) : !DOT_STRING.test(localPart)) {
    return { fault: AddrSpecFault.LOCAL_PART };
  }
  if (Buffer.byteLength(localPart) > MAX_LOCAL_PART) return { fault: AddrSpecFault.LOCAL_PART_TOO_LONG };

  const typed = text.slice(at + 1);
  const found = LITERAL.test(typed) && typed.length <= 255 ? { domain: typed } : domainOnTheWire(typed);
  if ('fault' in found) {
    return {
      fault: found.fault === DomainFault.TOO_LONG ? AddrSpecFault.DOMAIN_TOO_LONG : AddrSpecFault.DOMAIN,
    };
  }
  const isLiteral = found.domain.startsWith('[');
  return {
    localPart,
    domain: found.domain,
    isStrict: (isQuoted || dotsSeparate(localPart)) && (isLiteral || !typed.includes('_')),
  };
}

function dotsSeparate(localPart: string): boolean {
  return !localPart.startsWith('.') && !localPart.endsWith('.') && !localPart.includes('..');
}
