import { mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { explorerFiles, panelFiles } from './static-files.ts';

const API_POLICY = "default-src 'none'";

/** Serves a small build the way the HTTP server does: the policy of the API is set on every answer beforehand. */
async function serve(files: typeof panelFiles): Promise<string> {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html>');
  writeFileSync(join(directory, 'assets', 'index.js'), 'console.log("as it is");');
  writeFileSync(join(directory, 'assets', 'index.js.br'), brotliCompressSync('console.log("compressed");'));
  const answer = files(directory);
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', API_POLICY);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

it.each([
  ['the panel', panelFiles],
  ['the explorer', explorerFiles],
])('%s has its policy when it is loaded and when it is found unchanged', async (_, files) => {
  const url = await serve(files);
  const first = await fetch(url);
  const policy = first.headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self'");
  const again = await fetch(url, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toBe(policy);
});

it('keeps files whose name holds their hash for ever, and asks for the page each time', async () => {
  const url = await serve(panelFiles);
  const cacheOf = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
  expect(await cacheOf('/assets/index.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/servers')).toBe('no-cache');
});

it('sends what the build has compressed, to whoever can read it', async () => {
  const url = await serve(panelFiles);
  const load = async (encoding: string) => {
    const response = await fetch(`${url}/assets/index.js`, { headers: { 'Accept-Encoding': encoding } });
    const { headers } = response;
    return [
      await response.text(),
      headers.get('content-encoding'),
      headers.get('content-type'),
      headers.get('vary'),
    ];
  };
  const type = 'text/javascript';
  expect(await load('gzip, br')).toEqual(['console.log("compressed");', 'br', type, 'Accept-Encoding']);
  expect(await load('identity')).toEqual(['console.log("as it is");', null, type, 'Accept-Encoding']);
});
