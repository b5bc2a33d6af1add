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
  const isEnded = message.length === 0 || message[message.length - 1] === LF;
  if (isEnded && hasOnlyCrlf(message, LF)) return message;
  const text = message.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n');
  return Buffer.from(text.endsWith('\r\n') || text === '' ? text : `${text}\r\n`, 'latin1');
}

/** No CR and no LF stands alone. `before` is the byte before the chunk; a CR at its end is judged with what follows. */
export function hasOnlyCrlf(chunk: Buffer, before: number): boolean {
  if (chunk.length === 0) return true;
  if (before === CR && chunk[0] !== LF) return false;
  if (before !== CR && chunk[0] === LF) return false;
  for (let at = chunk.indexOf(CR); at !== -1; at = chunk.indexOf(CR, at + 1)) {
    if (at + 1 < chunk.length && chunk[at + 1] !== LF) return false;
  }
  for (let at = chunk.indexOf(LF, 1); at !== -1; at = chunk.indexOf(LF, at + 1)) {
    if (chunk[at - 1] !== CR) return false;
  }
  return true;
}

/**
 * The bytes in pieces for the wire, each line that begins with a dot beginning with two (RFC 5321 section 4.5.2). `before`
 * is the byte before them.
 */
export function* dotStuffed(bytes: Buffer, before = LF): Generator<Buffer> {
  let last = before;
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    yield stuffed(chunk, last);
    last = chunk[chunk.length - 1] ?? last;
  }
}

/** All of them in one piece; null where they are too many for that. */
export function dotStuffedWhole(bytes: Buffer): Buffer | null {
  return bytes.length > CHUNK_BYTES ? null : stuffed(bytes, LF);
}

function stuffed(chunk: Buffer, before: number): Buffer {
  const beginsWithDot = before === LF && chunk[0] === DOT;
  if (!beginsWithDot && !chunk.includes('\n.')) return chunk;
  const text = chunk.toString('latin1').replaceAll('\n.', '\n..');
  return Buffer.from(beginsWithDot ? `.${text}` : text, 'latin1');
}
