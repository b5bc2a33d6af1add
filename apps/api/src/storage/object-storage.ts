import type { Readable } from 'node:stream';

/** Where the octets of files are kept, by keys of our own making. It knows no file name, no owner and no feature. */
export interface ObjectStorage {
  /**
   * Keeps `content` under a key that was never used before, and resolves when it would survive a power loss. Nothing of a put that fails
   * stays under the key. Throws StorageFullError, StorageUnavailableError, or what `content` itself throws.
   */
  put(key: string, content: ObjectContent): Promise<StoredObject>;
  /**
   * The octets, or those of a range: `start` is the first one, `end` the one behind the last. The stream holds a file or a connection:
   * read it to its end or destroy it. Throws ObjectMissingError, StorageUnavailableError.
   */
  open(key: string, range?: OctetRange): Promise<Readable>;
  /** What is left of a put that was killed goes too. A key that holds nothing is fine. */
  delete(key: string): Promise<void>;
  /** Everything there is, in the order of the keys, each with the time when it was put. */
  list(): AsyncIterable<ListedObject>;
  close(): void;
}

export type ObjectContent = Uint8Array | AsyncIterable<Uint8Array>;

export interface OctetRange {
  start: number;
  end: number;
}

/** What a put has seen go by. Who keeps it can tell later whether the object is still the same. */
export interface StoredObject {
  sizeBytes: number;
  sha256: Buffer;
}

export interface ListedObject {
  key: string;
  modifiedAt: Date;
  sizeBytes: number;
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** A key is a UUID of ours and nothing else, so that no name that somebody typed ever becomes a path. */
export function assertKey(key: string): void {
  if (!isKey(key)) throw new TypeError('the key of an object is a UUID in lower case');
}
