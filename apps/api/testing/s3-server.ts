import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Settings } from '../src/storage/s3-storage.ts';

export interface S3ServerForTests {
  settings: S3Settings;
  close: () => Promise<void>;
}

/** A server that speaks S3, with one empty bucket. */
export async function startS3Server(): Promise<S3ServerForTests> {
  const directory = await mkdtemp(join(tmpdir(), 'postroom-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port } = await server.run();
  return {
    settings: settingsFor(port),
    async close() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** A server that lets its bucket be seen, and answers everything else with one error of S3. */
export async function startRefusingS3Server(status: number, code: string): Promise<S3ServerForTests> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(request.method === 'HEAD' ? 200 : status, { 'Content-Type': 'application/xml' });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    settings: settingsFor((server.address() as AddressInfo).port),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function settingsFor(port: number): S3Settings {
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    bucket: 'files',
    region: 'us-east-1',
    // The one pair that s3rver knows.
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
}

/** The same for a service that is started with them. */
export function s3Environment({ endpoint, bucket, credentials }: S3Settings): Record<string, string> {
  return {
    S3_ENDPOINT: endpoint ?? '',
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: credentials?.accessKeyId ?? '',
    S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? '',
  };
}
