/** One whole reply as it came. `lines` are the server's own words: unsafe until they went through sanitiseReply. */
export interface SmtpReply {
  code: number;
  /** RFC 3463, as `5.7.8`; null where the first line has none. */
  enhancedCode: string | null;
  /** The text of each line, without code and line end. */
  lines: readonly string[];
}

/** The enhanced status code at the start of a reply's text, of the same class as the reply (RFC 2034 section 4). */
export function enhancedCodeOf(code: number, text: string): string | null {
  const found = /^([245])\.\d{1,3}\.\d{1,3}(?= |$)/.exec(text);
  return found !== null && found[1] === String(code).charAt(0) ? found[0] : null;
}
