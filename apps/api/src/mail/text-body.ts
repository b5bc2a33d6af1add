import { quotedPrintable } from './quoted-printable.ts';
import { base64Lines } from './base64-lines.ts';

export type TransferEncoding = '7bit' | 'quoted-printable' | 'base64';

/** Octets of a line as it stands, without its end (RFC 5322 section 2.1.1). */
const LONGEST_LINE = 78;

/**
 * A text as it stands in the message: as it is where every server takes that, else in the shorter of the two encodings. A lone CR or LF
 * would be refused by servers, or read as the end of the message by bad ones, so every line end is made CRLF.
 */
export function textBody(text: string): { encoding: TransferEncoding; body: string } {
  const lines = /\r(?!\n)|(?<!\r)\n/.test(text) ? text.replace(/\r\n|\r|\n/g, '\r\n') : text;

  if (!/[^\t\r\n -~]/.test(lines) && longestLine(lines) <= LONGEST_LINE) {
    return { encoding: '7bit', body: lines };
  }
  const octets = Buffer.byteLength(lines);
  // One character in ten outside ASCII makes quoted-printable the longer one, and unreadable.
  if ((octets - lines.length) * 10 > octets) {
    return { encoding: 'base64', body: base64Lines(Buffer.from(lines)).toString('latin1') };
  }
  return { encoding: 'quoted-printable', body: quotedPrintable(lines) };
}

function longestLine(lines: string): number {
  let longest = 0;
  let start = 0;
  for (let end = lines.indexOf('\r\n'); end >= 0; end = lines.indexOf('\r\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 2;
  }
  return Math.max(longest, lines.length - start);
}
