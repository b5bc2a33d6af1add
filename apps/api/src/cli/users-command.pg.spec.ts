import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import {
  ADMINISTRATOR,
  GraphqlClient,
  startSignedIn,
  type AppForTests,
} from '../../testing/app-for-tests.ts';
import { createTestDatabase } from '../../testing/postgres.ts';
import { UsersCommand } from './users-command.ts';

let app: AppForTests;
let client: GraphqlClient;
const printed: string[] = [];

beforeAll(async () => {
  ({ app, client } = await startSignedIn());
});
afterAll(() => app.close());

const command = (connection = app.connection) => {
  printed.length = 0;
  const database = { connection, close: () => Promise.resolve() };
  return new UsersCommand(database, (line) => printed.push(line));
};
const signIn = (password: string) =>
  new GraphqlClient(app).send(
    `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on User { mustFirst } } }`,
    { input: { email: ADMINISTRATOR.email, password } },
  );

it('shows who may sign in', async () => {
  expect(await command().list()).toBe(true);
  expect(printed).toEqual(['ADMIN     ada@example.org']);
});

it('lets the only administrator in again, whom guesses have locked out, with a password that must be changed', async () => {
  for (let guess = 0; guess < 10; guess += 1) await signIn('a wrong one');
  expect((await signIn(ADMINISTRATOR.password)).errors).toMatchObject([
    { extensions: { code: 'RATE_LIMITED' } },
  ]);

  expect(await command().reset('ADA@example.org')).toBe(true);
  const [, password = ''] = printed;
  expect(await client.field('{ viewer { user { id } } }')).toBeNull();
  expect((await signIn(ADMINISTRATOR.password)).data).toEqual({ signIn: { __typename: 'WrongCredentials' } });
  expect((await signIn(password)).data).toEqual({
    signIn: { __typename: 'User', mustFirst: 'CHOOSE_PASSWORD' },
  });
  expect(await app.rows()).toMatch(/user\.updated.*postroom users|postroom users.*user\.updated/);
});

it('says so where there is nobody of that address', async () => {
  expect(await command().reset('bob@example.org')).toBe(false);
  expect(printed).toEqual([
    'Nobody signs in with this address: see "postroom users list". Nothing was changed.',
  ]);
});

it('says what to do where the service was never started', async () => {
  const { connection, drop } = await createTestDatabase();
  onTestFinished(drop);
  const other = new Client({ ...connection, ssl: false });
  await other.connect();
  await other.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await other.end();
  expect(await command(connection).list()).toBe(false);
  expect(printed).toEqual([
    'The database lacks tables of this version: start Postroom once, or run "postroom migrate".',
  ]);
});
