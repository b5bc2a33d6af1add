import { afterEach, describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR,
  GraphqlClient,
  startAppForTests,
  startSignedIn,
  type AppForTests,
} from '../../../testing/app-for-tests.ts';

let app: AppForTests;
afterEach(() => app.close());

const SET_UP =
  'mutation ($input: SetUpInput!) { setUp(input: $input) { __typename ... on Refusal { code } ... on InvalidInput { problems { path code } } ... on User { email role } } }';
const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { code message } ... on User { email } } }';
const VIEWER = '{ viewer { user { email role } } }';

function tokenOf(link: string | null): string {
  return new URL(link ?? 'none:').searchParams.get('token') ?? '';
}

describe('the first administrator', () => {
  it('is made with the token of the printed link, once, and is signed in', async () => {
    app = await startAppForTests();
    const client = new GraphqlClient(app);
    expect(await client.field('{ needsSetUp }')).toBe(true);
    const input = { setupToken: tokenOf(app.setUpLink), name: 'Ada', ...ADMINISTRATOR };
    expect(await client.field(SET_UP, { input })).toEqual({
      __typename: 'User',
      email: ADMINISTRATOR.email,
      role: 'ADMIN',
    });
    expect(await client.field(VIEWER)).toEqual({ user: { email: ADMINISTRATOR.email, role: 'ADMIN' } });
    expect(await client.field('{ needsSetUp }')).toBe(false);
    expect(await client.field(SET_UP, { input: { ...input, email: 'eve@example.org' } })).toMatchObject({
      __typename: 'AlreadySetUp',
    });
  });

  it('is not made with a wrong token', async () => {
    app = await startAppForTests();
    const client = new GraphqlClient(app);
    const input = { setupToken: 'x'.repeat(43), name: 'Eve', ...ADMINISTRATOR };
    expect(await client.field(SET_UP, { input })).toMatchObject({ __typename: 'WrongCredentials' });
    expect(await client.field('{ needsSetUp }')).toBe(true);
  });

  it('needs an address, a name and a password of 12 characters', async () => {
    app = await startAppForTests();
    const input = { setupToken: tokenOf(app.setUpLink), name: ' ', email: 'ada', password: 'short' };
    expect(await new GraphqlClient(app).field(SET_UP, { input })).toMatchObject({
      problems: [
        { path: 'email', code: 'BAD_FORMAT' },
        { path: 'name', code: 'REQUIRED' },
        { path: 'password', code: 'PASSWORD_TOO_SHORT' },
      ],
    });
  });

  it('is one, of ten that are made at once', async () => {
    app = await startAppForTests();
    const setupToken = tokenOf(app.setUpLink);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        new GraphqlClient(app).field<{ __typename: string }>(SET_UP, {
          input: {
            setupToken,
            name: 'Ada',
            email: `ada${String(n)}@example.org`,
            password: ADMINISTRATOR.password,
          },
        }),
      ),
    );
    expect(results.filter((result) => result.__typename === 'User')).toHaveLength(1);
  });

  it('comes from the environment where it is named there, and the set-up is closed', async () => {
    ({ app } = await startSignedIn());
    expect(app.setUpLink).toBeNull();
  });
});

describe('a session', () => {
  it('begins with the right password, whatever the case of the address', async () => {
    ({ app } = await startSignedIn());
    const client = new GraphqlClient(app);
    const input = { email: ' ADA@example.org ', password: ADMINISTRATOR.password };
    expect(await client.field(SIGN_IN, { input })).toMatchObject({ __typename: 'User' });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    ({ app } = await startSignedIn());
    const client = new GraphqlClient(app);
    const wrong = await client.field(SIGN_IN, {
      input: { email: ADMINISTRATOR.email, password: 'not this one' },
    });
    const unknown = await client.field(SIGN_IN, {
      input: { email: 'nobody@example.org', password: 'not this one' },
    });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ __typename: 'WrongCredentials' });
    expect(await client.field(VIEWER)).toBeNull();
  });

  it('ends at sign-out, for whoever kept the cookie too', async () => {
    const { app: started, client } = await startSignedIn();
    app = started;
    const stolen = Object.assign(new GraphqlClient(app), { cookie: client.cookie });
    expect(await client.field('mutation { signOut { ok } }')).toEqual({ ok: true });
    expect(await client.field(VIEWER)).toBeNull();
    expect(await stolen.field(VIEWER)).toBeNull();
  });

  it('ends where the same browser signs in anew', async () => {
    const { app: started, client } = await startSignedIn();
    app = started;
    const before = Object.assign(new GraphqlClient(app), { cookie: client.cookie });
    expect(
      await client.field(SIGN_IN, { input: { ...ADMINISTRATOR, password: 'not this one' } }),
    ).toMatchObject({
      __typename: 'WrongCredentials',
    });
    expect(await before.field(VIEWER)).not.toBeNull();
    expect(await client.field(SIGN_IN, { input: ADMINISTRATOR })).toMatchObject({ __typename: 'User' });
    expect(await before.field(VIEWER)).toBeNull();
    expect(await client.field(VIEWER)).not.toBeNull();
  });

  it('is nobody’s where the browser sends two cookies of its name', async () => {
    const { app: started, client } = await startSignedIn();
    app = started;
    const own = client.cookie ?? '';
    for (const [cookie, isKnown] of [
      [`${own}; postroom=of-another-port`, false],
      [`postroom=of-another-port; ${own}`, false],
      [`${own}; other=1; ${own}`, true],
    ] as const) {
      client.cookie = cookie;
      expect((await client.field(VIEWER)) !== null).toBe(isKnown);
    }
  });

  it('lives in a cookie that scripts cannot read and other sites cannot send', async () => {
    ({ app } = await startSignedIn());
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: ADMINISTRATOR } }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^postroom=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('lives in a __Host- cookie on https', async () => {
    ({ app } = await startSignedIn({ PUBLIC_URL: 'https://mail.example.org' }));
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://mail.example.org' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: ADMINISTRATOR } }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-postroom=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
  });
});
