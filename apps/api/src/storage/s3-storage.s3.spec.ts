import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { itIsAnObjectStorage } from '../../testing/object-storage-contract.ts';
import { startRefusingS3Server, startS3Server, type S3ServerForTests } from '../../testing/s3-server.ts';
import { openStorage } from './open-storage.ts';
import { S3Storage, type S3Settings } from './s3-storage.ts';
import { StorageFullError, StorageUnavailableError } from './storage-error.ts';

let s3: S3ServerForTests;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.close());

describe('a bucket', () => {
  let storage: S3Storage;
  beforeAll(() => {
    storage = new S3Storage(s3.settings);
  });
  afterAll(() => storage.close());

  itIsAnObjectStorage(() => storage);
});

describe('at the start', () => {
  it('opens a bucket that it may use', async () => {
    const storage = await openStorage(s3.settings, '/nowhere');
    if ('problem' in storage) throw new Error(storage.problem);
    await storage.put(randomUUID(), Buffer.from('x'));
    storage.close();
  });

  it.each<[string, Partial<S3Settings>, string]>([
    ['the bucket does not exist', { bucket: 'nowhere' }, 'There is no bucket nowhere at http://127.0.0.1:'],
    [
      'the key is another',
      { credentials: { accessKeyId: 'EVE', secretAccessKey: 'canary' } },
      'refuses access to the bucket files: check S3_ACCESS_KEY_ID',
    ],
    [
      'nobody listens',
      { endpoint: 'http://127.0.0.1:1' },
      'http://127.0.0.1:1 cannot be used for files (connect ECONN',
    ],
  ])('says what is wrong when %s', async (_, wrong, words) => {
    const opened = await openStorage({ ...s3.settings, ...wrong }, '/nowhere');
    const problem = 'problem' in opened ? opened.problem : 'none';
    expect(problem).toContain(words);
    expect(problem).not.toContain('canary');
  });
});

describe('a server that refuses', () => {
  it.each([
    [507, 'XMinioStorageFull', StorageFullError],
    [400, 'QuotaExceeded', StorageFullError],
    [403, 'AccessDenied', StorageUnavailableError],
    [501, 'NotImplemented', StorageUnavailableError],
  ])('with %i %s is understood', async (status, code, kind) => {
    const server = await startRefusingS3Server(status, code);
    const storage = new S3Storage(server.settings);
    onTestFinished(async () => {
      storage.close();
      await server.close();
    });
    const content = (async function* () {
      yield Buffer.alloc(10);
    })();
    await expect(storage.put(randomUUID(), Buffer.alloc(10))).rejects.toThrow(kind);
    await expect(storage.put(randomUUID(), content)).rejects.toThrow(kind);
  });
});
