import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../../testing/app-for-tests.ts';
import { tokenFor } from '../../../testing/callers.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres.ts';

const FIRST_PASSWORD = 'a quite long sentence';
const VIEWER = '{ viewer { user { mustFirst } } }';
const SERVERS = '{ smtpServers { totalCount } }';
const CHANGE_PASSWORD =
  'mutation ($input: ChangeOwnPasswordInput!) { changeOwnPassword(input: $input) { __typename ... on User { mustFirst } ... on InvalidInput { problems { path code } } } }';

let app: AppForTests;

/** Code and words of the first error; null = there is none. */
async function answerOf(client: GraphqlClient, query: string): Promise<string | null> {
  const { errors } = await client.send(query);
  return errors[0] ? `${errors[0].extensions.code}: ${errors[0].message}` : null;
}

async function mustFirst(client: GraphqlClient): Promise<unknown> {
  const { user } = await client.field<{ user: { mustFirst: string | null } }>(VIEWER);
  return user.mustFirst;
}

describe('a person whose password was chosen by somebody else', () => {
  let admin: GraphqlClient;
  beforeAll(async () => {
    ({ app, client: admin } = await startSignedIn());
  });
  afterAll(() => app.close());

  it('may do nothing but choose another one, at no door, and then what the role allows', async () => {
    const bob = { email: 'bob@example.org', password: FIRST_PASSWORD };
    await admin.field('mutation ($input: AddUserInput!) { addUser(input: $input) { __typename } }', {
      input: { ...bob, name: 'Bob', role: 'ADMIN', isPasswordTemporary: true },
    });
    const client = await new GraphqlClient(app).signIn(bob);
    expect(await mustFirst(client)).toBe('CHOOSE_PASSWORD');
    expect(await answerOf(client, SERVERS)).toBe(
      'FORBIDDEN: Choose a password of your own first: somebody else knows the present one.',
    );
    const headers = { Cookie: client.cookie ?? '' };
    const audit = await fetch(`${app.url}/audit.csv`, { headers });
    const upload = await fetch(`${app.url}/uploads`, { method: 'PUT', headers, body: 'x' });
    expect([audit.status, upload.status]).toEqual([403, 403]);

    const same = { currentPassword: FIRST_PASSWORD, newPassword: FIRST_PASSWORD };
    expect(await client.field(CHANGE_PASSWORD, { input: same })).toMatchObject({
      problems: [{ path: 'newPassword', code: 'PASSWORD_UNCHANGED' }],
    });
    const own = { currentPassword: FIRST_PASSWORD, newPassword: 'a sentence of my own' };
    expect(await client.field(CHANGE_PASSWORD, { input: own })).toEqual({
      __typename: 'User',
      mustFirst: null,
    });
    expect(await answerOf(client, SERVERS)).toBeNull();
    expect((await fetch(`${app.url}/audit.csv`, { headers: { Cookie: client.cookie ?? '' } })).status).toBe(
      200,
    );
  });
});

describe('where everybody needs a second factor', () => {
  let database: TestDatabase;
  let admin: GraphqlClient;
  let script: GraphqlClient;
  beforeAll(async () => {
    database = await createTestDatabase();
    const before = await startSignedIn({}, database);
    const token = await tokenFor(before.client, { scopes: ['SERVERS_READ'] });
    await before.app.close();
    ({ app, client: admin } = await startSignedIn({ SECOND_FACTOR: 'required' }, database));
    script = Object.assign(new GraphqlClient(app), { token });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('a session may do nothing but set one up, and cannot do without it again', async () => {
    expect(await mustFirst(admin)).toBe('SET_UP_SECOND_FACTOR');
    expect(await answerOf(admin, SERVERS)).toBe(
      'FORBIDDEN: Set up a second factor first: everybody needs one here.',
    );
    const { secret } = await admin.field<{ secret: string }>(
      'mutation { setUpSecondFactor { ... on SecondFactorSetUp { secret } } }',
    );
    const code = new TOTP({ secret }).generate();
    await admin.field(`mutation { confirmSecondFactor(code: "${code}") { __typename } }`);
    expect(await mustFirst(admin)).toBeNull();
    expect(await answerOf(admin, SERVERS)).toBeNull();
    expect(await answerOf(admin, 'mutation { disableSecondFactor { __typename } }')).toBe(
      'FORBIDDEN: Everybody needs a second factor here: set up another one, which replaces this one.',
    );
  });

  it('scripts go on with the tokens that they have', async () => {
    expect(await answerOf(script, SERVERS)).toBeNull();
  });
});
