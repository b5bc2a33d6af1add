import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addSecretKey, makeSecretKeyFile, readSecretKeyFile } from './secret-key-file.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'postroom-key-'));
});
afterEach(() => rm(directory, { recursive: true }));

it('makes a key of 32 bytes that only its owner reads, and finds it again', async () => {
  const path = join(directory, 'data', 'secret.key');
  const [key] = await makeSecretKeyFile(path);
  expect(key).toHaveLength(32);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await makeSecretKeyFile(path)).toEqual([key]);
  expect(await readSecretKeyFile(path)).toEqual([key]);
  expect(await readdir(join(directory, 'data'))).toEqual(['secret.key']);
});

it('gives ten that make one at once the same key', async () => {
  const keys = await Promise.all(
    Array.from({ length: 10 }, () => makeSecretKeyFile(join(directory, 'secret.key'))),
  );
  expect(new Set(keys.map(([key]) => key?.toString('hex'))).size).toBe(1);
});

it.each(['', 'short', Buffer.alloc(31).toString('base64')])(
  'refuses to replace the file that holds %j',
  async (text) => {
    const path = join(directory, 'secret.key');
    await writeFile(path, text);
    await expect(makeSecretKeyFile(path)).rejects.toThrow('does not hold a key');
  },
);

it('makes nothing where it is only read', async () => {
  expect(await readSecretKeyFile(join(directory, 'secret.key'))).toBeNull();
  expect(await readdir(directory)).toEqual([]);
});

it('puts a new key in front of the old ones, and nothing else into the directory', async () => {
  const path = join(directory, 'secret.key');
  const [first] = await makeSecretKeyFile(path);
  const [second, ...older] = await addSecretKey(path);
  expect(older).toEqual([first]);
  expect(await readSecretKeyFile(path)).toEqual([second, first]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['secret.key']);
});
