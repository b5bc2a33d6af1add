import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import S3rver from 's3rver';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { itIsAnObjectStorage } from '../../testing/object-storage-contract.ts';
import { openStorage } from './open-storage.ts';
import { S3Storage, type S3Settings } from './s3-storage.ts';
import { StorageFullError, StorageUnavailableError } from './storage-error.ts';

let directory: string;
let s3: S3rver;
let settings: S3Settings;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'postroom-s3-'));
  s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port } = await s3.run();
  settings = {
    endpoint: `http://127.0.0.1:${String(port)}`,
    bucket: 'files',
    region: 'us-east-1',
    // The one pair that this server knows.
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true });
});

describe('a bucket', () => {
  let storage: S3Storage;
  beforeAll(() => {
    storage = new S3Storage(settings);
  });
  afterAll(() => storage.close());

  itIsAnObjectStorage(() => storage);
});

describe('at the start', () => {
  it('opens a bucket that it may use', async () => {
    const storage = await openStorage(settings, directory);
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
    const opened = await openStorage({ ...settings, ...wrong }, directory);
    const problem = 'problem' in opened ? opened.problem : 'none';
    expect(problem).toContain(words);
    expect(problem).not.toContain('canary');
  });
});

describe('a server that refuses', () => {
  let server: Server;
  afterEach(() => server.close());

  async function answering(status: number, code: string): Promise<S3Storage> {
    server = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        response.writeHead(status, { 'Content-Type': 'application/xml' });
        response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new S3Storage({ ...settings, endpoint: `http://127.0.0.1:${String(port)}` });
  }

  it.each([
    [507, 'XMinioStorageFull', StorageFullError],
    [400, 'QuotaExceeded', StorageFullError],
    [403, 'AccessDenied', StorageUnavailableError],
    [501, 'NotImplemented', StorageUnavailableError],
  ])('with %i %s is understood', async (status, code, kind) => {
    const storage = await answering(status, code);
    const content = (async function* () {
      yield Buffer.alloc(10);
    })();
    await expect(storage.put(randomUUID(), Buffer.alloc(10))).rejects.toThrow(kind);
    await expect(storage.put(randomUUID(), content)).rejects.toThrow(kind);
    storage.close();
  });
});
