import { encodeWord } from 'nodemailer/lib/mime-funcs';

/** Octets of a header line without its end, RFC 5322 section 2.1.1 and RFC 2047 section 2. */
const LINE = 76;
/** Octets of one encoded word, so that it stands on a line beside a short field name. */
const ENCODED_WORD = 60;

/** Words of printable ASCII with one space between, none too long for a line, none that reads as encoded. */
const PLAIN = /^[!-~]{1,70}( [!-~]{1,70})*$/;

export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !text.includes('=?');
}

/**
 * The words of unstructured text for `foldedHeader`: as they are, or as RFC 2047 encoded words where
 * the text would not come out the other end as it went in. What already looks encoded is encoded once
 * more, so that a reader sees the text the sender gave.
 */
export function headerWords(text: string): string[] {
  return isPlain(text) ? text.split(' ') : encodedWords(text);
}

export function encodedWords(text: string): string[] {
  const unreadable = text.replace(/[ -~]+/g, '').length;
  return encodeWord(text, unreadable * 2 < text.length ? 'Q' : 'B', ENCODED_WORD).split(' ');
}

/**
 * `Name: words`, folded at the spaces between words, with its CRLF. A word is never broken, and the
 * first one stays beside the name: a first line without a value is legal and lost on some readers.
 */
export function foldedHeader(name: string, words: readonly string[]): string {
  let header = `${name}:`;
  let column = header.length;
  for (const [index, word] of words.entries()) {
    const foldsHere = index > 0 && column + 1 + word.length > LINE;
    header += (foldsHere ? '\r\n ' : ' ') + word;
    column = (foldsHere ? 0 : column) + 1 + word.length;
  }
  return `${header}\r\n`;
}
