import type { IncomingMessage } from 'node:http';

/** The octets of the body. Whoever stops reading can still answer: that alone cuts no connection. */
export function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}

/** A body that takes longer drips: its connection is cut. */
const BODY_MS = 60_000;

/** Without an announced length. */
const FIRST_GUESS = 64 * 1024;

/** The whole body as text, or null where it is longer than `limit` bytes; no more than that is ever held. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const announced = Number(request.headers['content-length'] ?? FIRST_GUESS);
  if (announced > limit) return null;
  const cut = setTimeout(() => request.destroy(new Error('the body took too long')), BODY_MS);
  try {
    // Pieces that are kept to be put together at the end would need twice the room.
    let body = Buffer.allocUnsafeSlow(announced);
    let length = 0;
    for await (const chunk of bodyOf(request)) {
      const end = length + chunk.length;
      if (end > limit) return null;
      if (end > body.length) body = withRoom(body, Math.min(limit, 2 * end));
      chunk.copy(body, length);
      length = end;
    }
    return body.toString('utf8', 0, length);
  } finally {
    clearTimeout(cut);
  }
}

function withRoom(body: Buffer, length: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(length);
  body.copy(larger);
  return larger;
}
