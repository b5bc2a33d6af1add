import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';
import { attacks, type Attack } from '../../testing/attack-documents.ts';

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
  const response = await send(attack);
  if (response === 'cut') {
    // Answered before all of it was sent: a client that goes on sending may not get to see the answer.
    expect(attack.status).toBe(413);
    return;
  }
  const text = await response.text();
  expect([attack.status].flat()).toContain(response.status);
  expect(text.length).toBeLessThan(2000);
  expect(JSON.parse(text)).toHaveProperty('errors');
});

async function send({ body, headers, isAnonymous, method = 'POST' }: Attack): Promise<Response | 'cut'> {
  const cookie = isAnonymous || !client.cookie ? {} : { Cookie: client.cookie };
  return fetch(`${app.url}/graphql`, {
    method,
    headers: { 'Content-Type': 'application/json', ...cookie, ...headers },
    ...(method === 'GET' ? {} : { body }),
  }).catch(() => 'cut' as const);
}
