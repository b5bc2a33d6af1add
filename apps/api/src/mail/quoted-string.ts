/** Where the quoted string (RFC 5322 section 3.2.4) that opens at `start` is over, or null when it never closes. */
export function endOfQuotedString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return null;
}

/** The content of a whole quoted string, its quoted pairs resolved. */
export function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gsu, '$1');
}

export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
