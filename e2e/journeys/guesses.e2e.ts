import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import { countRefusedSignIns, databaseUrl } from '../harness/database.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

let folder: TemporaryFolder;
let dataDir: string;
let first: Postroom;
let second: Postroom;
let client: GraphqlClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  const SECRET_KEYS = randomBytes(32).toString('base64');
  first = await startPostroom({ dataDir, env: { ...withAdministrator, SECRET_KEYS } });
  const DATABASE_URL = await databaseUrl(dataDir);
  second = await startPostroom({ dataDir: join(folder.path, 'other'), env: { SECRET_KEYS, DATABASE_URL } });
  client = await signIn(first.url);
});

afterAll(async () => {
  await second.stop();
  await first.stop();
  await folder.remove();
});

type Outcome = 'WRONG' | 'RATE_LIMITED' | 'REFUSED_UNREAD';

async function post(url: string, query: string, variables: object = {}): Promise<Outcome> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { signIn: { __typename: string } } | null;
    errors?: { extensions: { code: string } }[];
  };
  if (data?.signIn.__typename === 'WrongCredentials') return 'WRONG';
  const code = errors?.[0]?.extensions.code;
  if (code === 'RATE_LIMITED' && response.status === 200) return code;
  if (code === 'BAD_USER_INPUT' && response.status === 400) return 'REFUSED_UNREAD';
  throw new Error(`${String(response.status)}: ${JSON.stringify({ data, errors })}`);
}

const guess = (url: string, email: string, n: number): Promise<Outcome> =>
  post(url, 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password: `guess number ${String(n)}` },
  });

/** So many guesses at once over connections of their own, half of them at each process; how each ended. */
async function guesses(count: number, email: string): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  let n = 0;
  const connection = async (_: unknown, index: number): Promise<void> => {
    const { url } = index % 2 === 0 ? first : second;
    while (n < count) {
      const outcome = await guess(url, email, n++);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 80 }, connection));
  return outcomes;
}

it('none of 1,000 guesses is evaluated that come a hundred in a document', async () => {
  const alias = (n: number): string =>
    `g${String(n)}: signIn(input: {email: "${administrator.email}", password: "guess ${String(n)}"}) { __typename }`;
  const hundred = `mutation { ${Array.from({ length: 100 }, (_, n) => alias(n)).join(' ')} }`;
  const documents = Array.from({ length: 10 }, (_, n) => post(n % 2 ? first.url : second.url, hundred));
  expect(new Set(await Promise.all(documents))).toEqual(new Set(['REFUSED_UNREAD']));
  expect(await countRefusedSignIns(dataDir)).toBe(0);
});

it('ten of 1,000 are evaluated that come in parallel, over 80 connections, at two processes of one database', async () => {
  expect(await guesses(1000, administrator.email)).toEqual({ WRONG: 10, RATE_LIMITED: 990 });
  expect(await countRefusedSignIns(dataDir)).toBe(10);
});

it('as many are evaluated at an account that does not exist', async () => {
  expect(await guesses(200, 'nobody@example.org')).toEqual({ WRONG: 10, RATE_LIMITED: 190 });
});

it('whoever is signed in works on', async () => {
  expect(await client.execute('{ viewer { user { email } } }')).toEqual({
    viewer: { user: { email: administrator.email } },
  });
});
