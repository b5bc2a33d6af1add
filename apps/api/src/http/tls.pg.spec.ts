import { once } from 'node:events';
import { request, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { createAuthority, type Authority } from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, startAppForTests, type AppForTests } from '../../testing/app-for-tests.ts';

let authority: Authority;

beforeAll(async () => {
  authority = await createAuthority();
});

async function ask(port: number, options: RequestOptions, body = ''): Promise<IncomingMessage> {
  const sent = request({ host: '127.0.0.1', port, ca: authority.pem, agent: false, ...options });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

describe('a service with a certificate of its own', () => {
  let app: AppForTests;
  let port: number;

  beforeAll(async () => {
    const { cert, key } = await authority.issue();
    app = await startAppForTests({
      TLS_CERTIFICATE: cert,
      TLS_KEY: key,
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
    });
    port = Number(new URL(app.url).port);
  });
  afterAll(() => app.close());

  it('answers over TLS, and tells browsers to come back by https alone', async () => {
    const answer = await ask(port, { path: '/readyz' });
    expect(await text(answer)).toBe('ok\n');
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('binds the session cookie to https', async () => {
    const query = `mutation { signIn(input: {email: "${ADMINISTRATOR.email}", password: "${ADMINISTRATOR.password}"}) { __typename } }`;
    const answer = await ask(
      port,
      { path: '/graphql', method: 'POST', headers: { 'Content-Type': 'application/json' } },
      JSON.stringify({ query }),
    );
    expect(await text(answer)).toContain('"User"');
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-.*; Secure/)]);
  });

  it('answers nobody in clear, and no version before 1.2', async () => {
    await expect(fetch(`${app.url}/livez`)).rejects.toThrow('fetch failed');
    const old = connect({ host: '127.0.0.1', port, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    const [error] = (await once(old, 'error')) as [Error];
    expect(error.message).toMatch(/protocol/);
  });
});
