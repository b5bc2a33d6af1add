import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  assertKey,
  isKey,
  type ListedObject,
  type ObjectContent,
  type ObjectStorage,
  type OctetRange,
  type StoredObject,
} from './object-storage.ts';
import { ObjectMissingError, StorageFullError, StorageUnavailableError } from './storage-error.ts';
import { Measured } from './verified.ts';

const READ_AT_ONCE = 256 * 1024;

/**
 * Files in a directory of their own, two levels of 256 deep so that no directory grows long. Only the service's account may look in.
 * A file has its name only when it is whole: until then it is `<key>.part`.
 */
export class FileStorage implements ObjectStorage {
  private readonly root: string;
  /** Directories whose own entry is known to be on the disk. */
  private readonly durable = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  async put(key: string, content: ObjectContent): Promise<StoredObject> {
    const path = this.pathOf(key);
    const part = `${path}.part`;
    try {
      await this.makeDirectory(dirname(path));
      const measured = new Measured();
      await writeWhole(part, measured.pass(content));
      await onDisk(rename(part, path));
      await syncDirectory(dirname(path));
      return measured.result();
    } catch (error) {
      // Both names, because the rename may have happened: what was not acknowledged is not there.
      await this.delete(key).catch(() => undefined);
      throw error;
    }
  }

  async open(key: string, range?: OctetRange): Promise<Readable> {
    const path = this.pathOf(key);
    const file = await onDisk(open(path, 'r').catch(missing(key)));
    if (range === undefined) return file.createReadStream({ highWaterMark: READ_AT_ONCE });
    if (range.end > range.start) {
      return file.createReadStream({ start: range.start, end: range.end - 1, highWaterMark: READ_AT_ONCE });
    }
    await file.close();
    return Readable.from([]);
  }

  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    for (const name of [path, `${path}.part`]) await onDisk(rm(name, { force: true }));
  }

  async *list(): AsyncGenerator<ListedObject, void, undefined> {
    for (const first of await namesIn(this.root)) {
      for (const second of await namesIn(join(this.root, first))) {
        const directory = join(this.root, first, second);
        for (const key of await namesIn(directory)) {
          const found = isKey(key) ? await stat(join(directory, key)).catch(() => null) : null;
          if (found !== null) yield { key, modifiedAt: found.mtime, sizeBytes: found.size };
        }
      }
    }
  }

  close(): void {
    // Nothing is held between calls.
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.root, key.slice(0, 2), key.slice(2, 4), key);
  }

  /** A file is lost with its directory's entry: each level is synced once, whoever made it. */
  private async makeDirectory(directory: string): Promise<void> {
    if (this.durable.has(directory)) return;
    await onDisk(mkdir(directory, { recursive: true, mode: 0o700 }));
    for (const parent of [dirname(directory), this.root, dirname(this.root)]) await syncDirectory(parent);
    this.durable.add(directory);
  }
}

async function writeWhole(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await onDisk(open(path, 'w', 0o600));
  try {
    for await (const chunk of content) await onDisk(writeAll(file, chunk));
    await onDisk(file.sync());
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await file.write(chunk, written);
    written += bytesWritten;
  }
}

/** Makes the names in a directory survive a power loss; the files behind them have their own sync. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await onDisk(open(directory, 'r'));
  try {
    await onDisk(handle.sync());
  } finally {
    await handle.close();
  }
}

/** Sorted: `readdir` is not on every file system. */
async function namesIn(directory: string): Promise<string[]> {
  const names = readdir(directory).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
    throw error;
  });
  return (await onDisk(names)).toSorted();
}

/** What the operating system says of the disk, in the words of the storage. The content's own source is no part of it. */
async function onDisk<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) throw new StorageFullError({ cause: error });
    if (codeOf(error) === '') throw error;
    throw new StorageUnavailableError({ cause: error });
  }
}

function missing(key: string): (error: unknown) => never {
  return (error) => {
    throw codeOf(error) === 'ENOENT' ? new ObjectMissingError(key) : error;
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
