const CR = 0x0d;
const LF = 0x0a;
const DOT = 0x2e;

/** Small enough that a slow reader shows progress, large enough to cost nothing. */
const CHUNK_BYTES = 16 * 1024;

/**
 * The message with CRLF alone as line end, and one at its end. A bare CR or LF could end the message early for a server
 * that is less strict than the next one (SMTP smuggling, CVE-2023-51764 and following). What is right already is
 * returned as it is.
 */
export function withCrlf(message: Buffer): Buffer {
  if (hasOnlyCrlf(message)) return message;
  const text = message.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n');
  return Buffer.from(text.endsWith('\r\n') || text === '' ? text : `${text}\r\n`, 'latin1');
}

/** The message in chunks for the wire, each line that begins with a dot beginning with two (RFC 5321 section 4.5.2). */
export function* dotStuffed(message: Buffer): Generator<Buffer> {
  let isLineStart = true;
  for (let start = 0; start < message.length; start += CHUNK_BYTES) {
    const chunk = message.subarray(start, start + CHUNK_BYTES);
    const beginsWithDot = isLineStart && chunk[0] === DOT;
    isLineStart = chunk[chunk.length - 1] === LF;
    if (beginsWithDot || chunk.includes('\n.')) {
      const stuffed = chunk.toString('latin1').replaceAll('\n.', '\n..');
      yield Buffer.from(beginsWithDot ? `.${stuffed}` : stuffed, 'latin1');
    } else {
      yield chunk;
    }
  }
}

function hasOnlyCrlf(message: Buffer): boolean {
  for (let at = message.indexOf(CR); at !== -1; at = message.indexOf(CR, at + 1)) {
    if (message[at + 1] !== LF) return false;
  }
  for (let at = message.indexOf(LF); at !== -1; at = message.indexOf(LF, at + 1)) {
    if (message[at - 1] !== CR) return false;
  }
  return message.length === 0 || message[message.length - 1] === LF;
}
