import { domainToASCII, domainToUnicode } from 'node:url';

/** Octets, RFC 5321 section 4.5.3.1.2 and RFC 1035 section 2.3.4. */
const MAX_DOMAIN = 255;
const MAX_LABEL = 63;

const ASCII_LABEL = /^[A-Za-z0-9_-]+$/;
/** What IDNA can hold at all (RFC 5892): letters, marks, digits. Symbols, and dots in other scripts, are out. */
const UNICODE_LABEL = /^[\p{L}\p{M}\p{Nd}_-]+$/u;

export const DomainFault = { NOT_VALID: 'NOT_VALID', TOO_LONG: 'TOO_LONG' } as const;
export type DomainFault = (typeof DomainFault)[keyof typeof DomainFault];

/**
 * The domain as it goes on the wire: ASCII labels exactly as typed, the others as A-labels (RFC 5890).
 * Underscores pass here; whether they may is the caller's rule.
 *
 * Each label is converted alone and before a name that is no number, because the URL parser behind
 * `domainToASCII` reads `127.1` and `0x7f.1` as IPv4 addresses.
 */
export function domainOnTheWire(domain: string): { domain: string } | { fault: DomainFault } {
  const labels: string[] = [];
  for (const label of domain.split('.')) {
    const ascii = ASCII_LABEL.test(label) ? label : aLabel(label);
    if (ascii === null) return { fault: DomainFault.NOT_VALID };
    if (ascii.length > MAX_LABEL) return { fault: DomainFault.TOO_LONG };
    labels.push(ascii);
  }
  const wire = labels.join('.');
  return wire.length > MAX_DOMAIN ? { fault: DomainFault.TOO_LONG } : { domain: wire };
}

/**
 * The A-label, or null. Only letter case and composition may differ between a label and what its
 * A-label shows: mappings such as full-width letters or ligatures would send to a domain that nobody
 * has read.
 */
function aLabel(label: string): string | null {
  if (!UNICODE_LABEL.test(label)) return null;
  const [ascii, ...rest] = domainToASCII(`${label}.invalid`).split('.');
  if (ascii === undefined || rest.join('.') !== 'invalid' || !ascii.startsWith('xn--')) return null;
  return domainToUnicode(ascii) === label.toLowerCase().normalize('NFC') ? ascii : null;
}
