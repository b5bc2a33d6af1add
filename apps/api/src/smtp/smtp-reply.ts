/** One whole reply as it came. `lines` are the server's own words: unsafe until they went through sanitiseReply. */
export interface SmtpReply {
  code: number;
  /** RFC 3463, as `5.7.8`; null where the first line has none. */
  enhancedCode: string | null;
  /** The text of each line, without code and line end. */
  lines: readonly string[];
}

const LF = 0x0a;
const CR = 0x0d;

/** A reply of which the code is known; its words are read out of the bytes when somebody wants them, which is seldom. */
export class ReceivedReply implements SmtpReply {
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #end: number;

  constructor(
    readonly code: number,
    bytes: Buffer,
    start: number,
    end: number,
  ) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  get lines(): readonly string[] {
    const lines: string[] = [];
    for (let start = this.#start; start < this.#end;) {
      const end = this.#bytes.indexOf(LF, start);
      const textEnd = end > start && this.#bytes[end - 1] === CR ? end - 1 : end;
      lines.push(this.#bytes.toString('utf8', Math.min(start + 4, textEnd), textEnd));
      start = end + 1;
    }
    return lines;
  }

  get enhancedCode(): string | null {
    return enhancedCodeOf(this.code, this.lines[0] ?? '');
  }
}

/** The enhanced status code at the start of a reply's text, of the same class as the reply (RFC 2034 section 4). */
export function enhancedCodeOf(code: number, text: string): string | null {
  const found = /^([245])\.\d{1,3}\.\d{1,3}(?= |$)/.exec(text);
  return found !== null && found[1] === String(code).charAt(0) ? found[0] : null;
}
