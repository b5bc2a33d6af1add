import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';

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
