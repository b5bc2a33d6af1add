import type { IncomingMessage } from 'node:http';

/** The octets of the body. Whoever stops reading can still answer: that alone cuts no connection. */
export function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}

/** A body that takes longer drips: its connection is cut. */
const BODY_MS = 60_000;

/** The whole body as text, or null where it is longer than `limit` bytes; no more than that is ever held. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const cut = setTimeout(() => request.destroy(), BODY_MS);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of bodyOf(request)) {
      length += chunk.length;
      if (length > limit) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    clearTimeout(cut);
  }
}
