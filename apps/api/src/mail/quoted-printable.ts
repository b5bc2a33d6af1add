const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const HEX = Buffer.from('0123456789ABCDEF');

/** Octets of a line, the soft break's `=` included (RFC 2045 section 6.7 rule 5). */
const LINE = 76;
/** A UTF-8 character of four octets, each as `=XX`: room that a line must have for the next one. */
const LONGEST_CHARACTER = 12;

/**
 * Quoted-printable of a text whose line ends are all CRLF (RFC 2045 section 6.7). A character is never split between two lines, and no
 * line ends in white space that a server might cut off.
 */
export function quotedPrintable(text: string): string {
  const octets = Buffer.from(text);
  // Every octet as =XX, and a soft break for each 64 of those.
  const output = Buffer.allocUnsafe(octets.length * 3 + Math.ceil(octets.length / 21) * 3 + 3);
  let length = 0;
  let column = 0;
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at] ?? 0;
    if (octet === CR && octets[at + 1] === LF) {
      output[length++] = CR;
      output[length++] = LF;
      at++;
      column = 0;
      continue;
    }
    const isWhole = isLiteral(octet, octets[at + 1]);
    // A continuation has its room already: the first octet of its character asked for it.
    const needed = isWhole ? 1 : octet < 0x80 ? 3 : isContinuation(octet) ? 0 : LONGEST_CHARACTER;
    if (column + needed >= LINE) {
      output[length++] = EQUALS;
      output[length++] = CR;
      output[length++] = LF;
      column = 0;
    }
    if (isWhole) {
      output[length++] = octet;
      column += 1;
    } else {
      output[length++] = EQUALS;
      output[length++] = HEX[octet >> 4] ?? 0;
      output[length++] = HEX[octet & 15] ?? 0;
      column += 3;
    }
  }
  return output.toString('latin1', 0, length);
}

function isContinuation(octet: number): boolean {
  return (octet & 0xc0) === 0x80;
}

/** White space before a line end, or at the end of all, is not: it would be lost. */
function isLiteral(octet: number, next: number | undefined): boolean {
  if (octet === SPACE || octet === TAB) return next !== undefined && next !== CR;
  return octet > SPACE && octet < 0x7f && octet !== EQUALS;
}
