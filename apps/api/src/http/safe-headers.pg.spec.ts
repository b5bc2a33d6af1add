import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';
import { explorerFiles, panelFiles } from './static-files.ts';

let plain: AppForTests;
let secure: AppForTests;

beforeAll(async () => {
  ({ app: plain } = await startSignedIn());
  ({ app: secure } = await startSignedIn({ PUBLIC_URL: 'https://mail.example.org' }));
});
afterAll(async () => {
  await plain.close();
  await secure.close();
});

const PATHS = [
  '/',
  '/graphql',
  '/graphiql/',
  '/uploads',
  '/files/x',
  '/audit.csv',
  '/livez',
  '/assets/none.js',
];

describe.each(PATHS)('%s', (path) => {
  it('is framed by nobody, sniffed by nobody and refers to nobody', async () => {
    const { headers } = await fetch(`${plain.url}${path}`);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('asks for https where it is public on https, and only there', async () => {
    const ask = async (url: string) =>
      (await fetch(`${url}${path}`)).headers.get('strict-transport-security');
    expect([await ask(plain.url), await ask(secure.url)]).toEqual([null, 'max-age=31536000']);
  });

  it('has a policy that lets no script of others run', async () => {
    const { headers } = await fetch(`${plain.url}${path}`, { headers: { Accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/);
  });
});

it.each(['/', '/servers', '/graphiql/', '/livez', '/assets/none.js'])(
  '%s is only read, and repeats no request',
  async (path) => {
    for (const method of ['POST', 'PUT', 'OPTIONS', 'TRACE']) {
      const [status, allow] = await answerOf(`${plain.url}${path}`, method);
      expect([method, status, allow]).toEqual([method, 405, 'GET, HEAD']);
    }
  },
);

/** fetch sends no TRACE. */
async function answerOf(url: string, method: string): Promise<[number | undefined, string | undefined]> {
  const sent = request(url, { method }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  return [response.statusCode, response.headers.allow];
}

it.each([panelFiles, explorerFiles])(
  '%o tells the same policy of a page that has not changed',
  async (filesOf) => {
    const directory = await mkdtemp(join(tmpdir(), 'postroom-page-'));
    await writeFile(join(directory, 'index.html'), '<!doctype html>');
    const files = filesOf(directory);
    const server = createServer((request, response) => {
      // As the server does for every answer.
      response.setHeader('Content-Security-Policy', "default-src 'none'");
      files(request, response);
    }).listen(0, '127.0.0.1');
    onTestFinished(async () => {
      server.close();
      await rm(directory, { recursive: true });
    });
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const first = await fetch(url);
    const again = await fetch(url, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    expect([first.status, again.status]).toEqual([200, 304]);
    expect(first.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
  },
);
