import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { itIsAnObjectStorage, read } from '../../testing/object-storage-contract.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { FileStorage } from './file-storage.ts';
import { StorageFullError, StorageUnavailableError } from './storage-error.ts';

let root: string;
let storage: FileStorage;
beforeEach(() => {
  root = join(temporaryDirectory(), 'attachments');
  storage = new FileStorage(root);
});

describe('files in a directory', () => {
  itIsAnObjectStorage(() => storage);

  it('can be read by the account of the service alone', async () => {
    const key = randomUUID();
    await storage.put(key, Buffer.from('x'));
    const levels = ['', key.slice(0, 2), key.slice(2, 4), key];
    const modes = levels.map(async (_, depth) => {
      const { mode } = await stat(join(root, ...levels.slice(1, depth + 1)));
      return (mode & 0o777).toString(8);
    });
    expect(await Promise.all(modes)).toEqual(['700', '700', '700', '600']);
  });

  it('shows no file while it is still being written, and leaves none behind when it fails', async () => {
    const key = randomUUID();
    async function* content(): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      await expect(storage.open(key)).rejects.toThrow('missing');
      expect(await filesIn(root)).toEqual([`${key}.part`]);
      throw new Error('the client went away');
    }
    await expect(storage.put(key, content())).rejects.toThrow('went away');
    expect(await filesIn(root)).toEqual([]);
  });

  it('deletes what a killed process has left of a file', async () => {
    const key = randomUUID();
    await storage.put(key, Buffer.from('x'));
    await writeFile(`${pathOf(key)}.part`, 'half');
    await storage.delete(key);
    expect(await filesIn(root)).toEqual([]);
  });

  // What is written to /dev/full meets the error of a full disk, from the system itself.
  it.runIf(process.platform === 'linux')('says that the disk is full, and keeps nothing', async () => {
    const key = randomUUID();
    await mkdir(join(pathOf(key), '..'), { recursive: true });
    await symlink('/dev/full', `${pathOf(key)}.part`);
    await expect(storage.put(key, Buffer.alloc(100))).rejects.toThrow(StorageFullError);
    expect(await filesIn(root)).toEqual([]);
    await storage.put(key, Buffer.from('room again'));
    expect((await read(storage, key)).toString()).toBe('room again');
  });

  it('says that it cannot be used where a directory is in the way', async () => {
    await writeFile(root, 'a file where the directory should be');
    await expect(storage.put(randomUUID(), Buffer.alloc(1))).rejects.toThrow(StorageUnavailableError);
  });
});

function pathOf(key: string): string {
  return join(root, key.slice(0, 2), key.slice(2, 4), key);
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}
