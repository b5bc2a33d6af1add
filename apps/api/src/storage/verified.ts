import { createHash } from 'node:crypto';
import type { ObjectContent, StoredObject } from './object-storage.ts';
import { ObjectDamagedError } from './storage-error.ts';

/**
 * The same octets, checked as they pass. The last chunk is held back until everything before it is known to be right: of a damaged file
 * whoever reads gets ObjectDamagedError and never the whole.
 */
export async function* verified(
  key: string,
  content: AsyncIterable<Buffer>,
  { sizeBytes, sha256 }: StoredObject,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  let seen = 0;
  let held: Buffer | undefined;
  for await (const chunk of content) {
    seen += chunk.length;
    if (seen > sizeBytes) throw new ObjectDamagedError(key);
    hash.update(chunk);
    if (held !== undefined) yield held;
    held = chunk;
  }
  if (seen !== sizeBytes || !hash.digest().equals(sha256)) throw new ObjectDamagedError(key);
  if (held !== undefined) yield held;
}

/** Passes content on and tells, once it has ended, what it was. */
export class Measured {
  /** What the content itself threw; whoever reads it through other hands may get an error of theirs instead. */
  sourceError: unknown;
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;

  async *pass(content: ObjectContent): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        this.hash.update(chunk);
        this.sizeBytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      this.sourceError = error;
      throw error;
    }
  }

  result(): StoredObject {
    return { sizeBytes: this.sizeBytes, sha256: this.hash.digest() };
  }
}
