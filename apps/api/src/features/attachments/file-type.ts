import { lookup } from 'mime-types';

const UNKNOWN = 'application/octet-stream';

/** What the name's ending says. */
export function typeOfName(filename: string): string {
  return lookup(filename) || UNKNOWN;
}

/** Octets that are kept of an upload to tell its type by. */
export const FIRST_BYTES = 16;

/** What a fax gateway can print, told by its first octets: a name proves nothing. */
export function faxTypeOf(firstBytes: Uint8Array): 'application/pdf' | 'image/tiff' | null {
  const start = Buffer.from(firstBytes.subarray(0, 5)).toString('latin1');
  if (start === '%PDF-') return 'application/pdf';
  // Little-endian and big-endian (TIFF 6.0 section 2).
  return start.startsWith('II*\0') || start.startsWith('MM\0*') ? 'image/tiff' : null;
}

/**
 * The type that a file is faxed with: that of its content, or the sender's where it says the same in more words, such as
 * `image/tiff; application=faxbw` (RFC 3950). null = the sender's says something else.
 */
export function faxContentType(given: string | null, faxType: string): string | null {
  const [essence = UNKNOWN] = given?.toLowerCase().split(';', 1) ?? [];
  if (essence === UNKNOWN) return faxType;
  return essence === faxType ? given : null;
}
