/** Octets that fill a line of 76 characters (RFC 2045 section 6.8). */
const OCTETS_A_LINE = 57;
const LINE = 76;
/** Octets of a block of whole lines: what is encoded at once. */
const BLOCK = OCTETS_A_LINE * 1024;

/** What `base64Lines` makes of so many octets. */
export function base64LinesSize(octets: number): number {
  const characters = Math.ceil(octets / 3) * 4;
  return characters + Math.max(0, Math.ceil(characters / LINE) - 1) * 2;
}

/** Base64 in lines of 76, CRLF between them and none at the end. */
export function base64Lines(octets: Uint8Array): Buffer {
  const output = Buffer.allocUnsafe(base64LinesSize(octets.length));
  let length = 0;
  for (let at = 0; at < octets.length; at += BLOCK) {
    if (at > 0) length += output.write('\r\n', length, 'latin1');
    length = writeLines(octets.subarray(at, at + BLOCK), output, length);
  }
  return output;
}

/** The same, of octets that come in any pieces; no more than a block is held. */
export async function* base64LinesOf(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  let rest: Uint8Array = new Uint8Array();
  let isFirst = true;
  for await (const chunk of content) {
    const octets = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    // Whole lines alone, so that the padding comes last and every line is full.
    const whole = octets.length - (octets.length % OCTETS_A_LINE);
    rest = Buffer.from(octets.subarray(whole));
    if (whole === 0) continue;
    yield joined(base64Lines(octets.subarray(0, whole)), isFirst);
    isFirst = false;
  }
  if (rest.length > 0) yield joined(base64Lines(rest), isFirst);
}

function joined(lines: Buffer, isFirst: boolean): Buffer {
  return isFirst ? lines : Buffer.concat([Buffer.from('\r\n'), lines]);
}

function writeLines(block: Uint8Array, output: Buffer, start: number): number {
  const characters = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString('base64');
  const encoded = Buffer.from(characters, 'latin1');
  let length = start;
  for (let at = 0; at < encoded.length; at += LINE) {
    if (at > 0) {
      output[length++] = 0x0d;
      output[length++] = 0x0a;
    }
    length += encoded.copy(output, length, at, at + LINE);
  }
  return length;
}
