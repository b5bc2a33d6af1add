import { isAscii } from 'node:buffer';
import { dotStuffed, dotStuffedWhole, hasOnlyCrlf, withCrlf } from './message-data.ts';

/** A stored message, read while it is sent. Its line ends are CRLF already. */
export interface MessageSource {
  /** Of all that open() gives. */
  sizeBytes: number;
  isEightBit: boolean;
  /** From the start, each time. */
  open(): AsyncIterable<Buffer>;
}

/** A message on its way: what MAIL declares about it, and its bytes for the wire, dots doubled. */
export interface OutgoingMessage {
  readonly sizeBytes: number;
  readonly isEightBit: boolean;
  onWire(): Iterable<Buffer> | AsyncIterable<Buffer>;
  /** The same in one piece, small enough to leave in one write with its dot; or null. */
  onWireWhole(): Buffer | null;
}

/**
 * The stored message cannot be sent as it is: it is gone, shorter or longer than it was, or damaged; `cause` says more. No
 * server has seen more than its beginning, and none can have taken it.
 */
export class MessageUnreadable extends Error {
  override readonly name = 'MessageUnreadable';
}

/** `readMs`: for how long a stored message may keep us waiting for its next bytes. */
export function outgoingMessage(message: Buffer | MessageSource, readMs: number): OutgoingMessage {
  if (Buffer.isBuffer(message)) return new BufferedMessage(message);
  const { sizeBytes, isEightBit } = message;
  return { sizeBytes, isEightBit, onWire: () => read(message, readMs), onWireWhole: () => null };
}

class BufferedMessage implements OutgoingMessage {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = withCrlf(bytes);
  }

  get sizeBytes(): number {
    return this.#bytes.length;
  }

  get isEightBit(): boolean {
    return !isAscii(this.#bytes);
  }

  onWire(): Iterable<Buffer> {
    return dotStuffed(this.#bytes);
  }

  onWireWhole(): Buffer | null {
    return dotStuffedWhole(this.#bytes);
  }
}

const CR = 0x0d;
const LF = 0x0a;
const LONELY = 'A CR or LF stands alone in the stored message, and could end it early.';

/** Refuses, before its dot, what cannot be the message that was stored. */
async function* read(source: MessageSource, readMs: number): AsyncGenerator<Buffer> {
  const { sizeBytes } = source;
  let size = 0;
  let last = LF;
  for await (const chunk of inTime(source, readMs)) {
    size += chunk.length;
    if (size > sizeBytes)
      throw new MessageUnreadable(`The stored message has more than its ${sizeBytes} bytes.`);
    if (!hasOnlyCrlf(chunk, last)) throw new MessageUnreadable(LONELY);
    yield* dotStuffed(chunk, last);
    last = chunk[chunk.length - 1] ?? last;
  }
  if (size < sizeBytes)
    throw new MessageUnreadable(`The stored message ends after ${size} of ${sizeBytes} bytes.`);
  if (last === CR) throw new MessageUnreadable(LONELY);
  if (last !== LF) yield Buffer.from('\r\n');
}

/** The chunks as they are, each of them within its time; whatever goes wrong is a message that cannot be read. */
async function* inTime(source: MessageSource, readMs: number): AsyncGenerator<Buffer> {
  let chunks: AsyncIterator<Buffer> | null = null;
  try {
    chunks = source.open()[Symbol.asyncIterator]();
    for (;;) {
      const next = await withinTime(chunks.next(), readMs);
      if (next.done === true) return;
      yield next.value;
    }
  } catch (cause) {
    throw new MessageUnreadable('The stored message cannot be read.', { cause });
  } finally {
    // Whoever holds a file open closes it now; what comes of that changes nothing.
    void chunks?.return?.().then(undefined, () => undefined);
  }
}

async function withinTime<Value>(pending: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`nothing came for ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
}
