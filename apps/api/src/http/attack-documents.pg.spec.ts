import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';
import { attacks } from '../../testing/attack-documents.ts';

let app: AppForTests;
let client: GraphqlClient;

beforeAll(async () => {
  ({ app, client } = await startSignedIn());
});
afterEach(async () => {
  expect(await client.field('{ viewer { user { role } } }')).toEqual({ user: { role: 'ADMIN' } });
});
afterAll(() => app.close());

it('has 40 attacks and more', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(40);
});

it.each(attacks.map((attack) => [attack.name, attack] as const))('refuses %s', async (_, attack) => {
  const response = await fetch(`${app.url}/graphql`, {
    method: attack.method ?? 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(attack.isAnonymous || !client.cookie ? {} : { Cookie: client.cookie }),
      ...attack.headers,
    },
    ...(attack.method === 'GET' ? {} : { body: attack.body }),
  });
  const text = await response.text();
  expect([attack.status].flat()).toContain(response.status);
  expect(text.length).toBeLessThan(2000);
  expect(JSON.parse(text)).toHaveProperty('errors');
});
