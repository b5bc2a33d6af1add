import { encodedWords, isPlain } from './encoded-text.ts';
import { quote } from './quoted-string.ts';

/** How a file name outside ASCII travels. BOTH serves every client: each reads the one it knows. */
export const FilenameEncoding = {
  /** `filename*=utf-8''...` in Content-Disposition. */
  RFC2231: 'RFC2231',
  /** Encoded words inside quotes, which RFC 2047 forbids and old clients expect. */
  RFC2047: 'RFC2047',
  /** RFC 2231 in Content-Disposition, RFC 2047 in the name of Content-Type. */
  BOTH: 'BOTH',
} as const;
export type FilenameEncoding = (typeof FilenameEncoding)[keyof typeof FilenameEncoding];

/**
 * The parameters that carry the name, each one line or more of a header. No plain name is folded: some programs take the line end inside
 * the quotes for a part of it.
 */
export function filenameParameters(
  filename: string,
  encoding: FilenameEncoding,
): { disposition: string[]; contentType: string[] } {
  const isWritten = isPlain(filename) && filename.length <= PLAIN_NAME;
  const as2047 = (parameter: string) =>
    isWritten
      ? [`${parameter}=${quote(filename)}`]
      : `${parameter}="${encodedWords(filename).join(' ')}"`.split(' ');
  const as2231 = isWritten ? as2047('filename') : rfc2231('filename', filename);
  return {
    disposition: encoding === FilenameEncoding.RFC2047 ? as2047('filename') : as2231,
    contentType: encoding === FilenameEncoding.RFC2231 ? [] : as2047('name'),
  };
}

/** Characters of a name that fits a line beside its parameter, each of them quoted at worst. */
const PLAIN_NAME = 60;

/** Octets of one section, so that a line of it stays below 76. */
const SECTION = 54;

/** One `filename*=` where it fits a line: continuations (RFC 2231 section 3) are read by fewer clients. */
function rfc2231(parameter: string, value: string): string[] {
  const sections: string[] = [];
  let section = '';
  for (const character of value) {
    const octets = percentEncoded(character);
    if (section.length + octets.length > SECTION) {
      sections.push(section);
      section = '';
    }
    section += octets;
  }
  sections.push(section);
  if (sections.length === 1) return [`${parameter}*=utf-8''${sections.join('')}`];
  return sections.map((octets, index) => {
    const charset = index === 0 ? "utf-8''" : '';
    const more = index < sections.length - 1 ? ';' : '';
    return `${parameter}*${String(index)}*=${charset}${octets}${more}`;
  });
}

/** All but attribute-char of RFC 2231 section 7. */
function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
