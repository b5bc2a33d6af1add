import { fallSilent, greet, on, scriptedSmtpServer, type ScriptedSmtpServer } from '@postroom/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../../testing/app-for-tests.ts';
import { eventsOf } from '../../../testing/event-stream.ts';
import { aServer, SmtpServerCalls } from '../../../testing/smtp-server-calls.ts';

let app: AppForTests;
let client: GraphqlClient;
let server: ScriptedSmtpServer | undefined;

beforeAll(async () => {
  ({ app, client } = await startSignedIn({ TESTS_PER_MINUTE: '8' }));
});
afterEach(() => server?.close());
afterAll(() => app.close());

interface Step {
  name: string;
  state: string;
}

const WATCH = 'subscription ($watchId: ID!) { testEmailProgress(watchId: $watchId) { name state } }';
const CANCEL =
  'mutation ($watchId: ID!) { cancelTestEmail(watchId: $watchId) { __typename ... on CancelledTestEmail { watchId } } }';

async function stepsOf(watchId: string): Promise<Step[]> {
  const events = await eventsOf(client, WATCH, { watchId });
  return events.map(({ data }) => data?.['testEmailProgress'] as Step);
}

async function addAt(port: number): Promise<string> {
  const added = await new SmtpServerCalls(client).add(
    aServer({ hostname: '127.0.0.1', port, startTls: 'DISABLED', timeoutSeconds: 60 }),
  );
  return added.id;
}

const test = (serverId: string, watchId: string | null) =>
  client.send(
    `mutation ($input: SendTestEmailInput!) {
      sendTestEmail(input: $input) {
        __typename ... on TestReport { succeeded failure { code step } steps { name state } } ... on InvalidInput { problems { path } }
      }
    }`,
    { input: { serverId, from: 'ada@example.org', to: 'bob@example.org', watchId } },
  );

it('tells the same steps to those who came before the test, during it and after it', async () => {
  server = await scriptedSmtpServer([greet('220 hi')]);
  const serverId = await addAt(server.port);
  const early = stepsOf('watch-1');
  const { data } = await test(serverId, 'watch-1');
  const late = await stepsOf('watch-1');
  expect(await early).toEqual(late);
  const { steps } = data?.['sendTestEmail'] as { steps: Step[] };
  for (const step of steps) expect(late).toContainEqual(step);
  expect(late.filter(({ name }) => name === 'CONNECT').map(({ state }) => state)).toEqual([
    'RUNNING',
    'PASSED',
  ]);
});

it('is cancelled by its watchId, at once, and by nothing else', async () => {
  server = await scriptedSmtpServer([greet('220 hi'), on('EHLO', '250 hi'), on('MAIL'), fallSilent()]);
  const serverId = await addAt(server.port);
  const report = test(serverId, 'watch-2');
  const watcher = new AbortController();
  const seen = eventsOf(client, WATCH, { watchId: 'watch-2' }, { signal: watcher.signal }).catch(
    () => undefined,
  );
  await server.sees('MAIL');
  watcher.abort();
  await seen;
  expect(await client.field(CANCEL, { watchId: 'another' })).toMatchObject({ __typename: 'NotFound' });
  expect(await client.field(CANCEL, { watchId: 'watch-2' })).toEqual({
    __typename: 'CancelledTestEmail',
    watchId: 'watch-2',
  });
  expect((await report).data?.['sendTestEmail']).toMatchObject({
    succeeded: false,
    failure: { code: 'CANCELLED', step: 'MAIL' },
  });
  expect(await client.field(CANCEL, { watchId: 'watch-2' })).toMatchObject({ __typename: 'NotFound' });
});

it('takes a watchId once', async () => {
  server = await scriptedSmtpServer([greet('220 hi')]);
  const serverId = await addAt(server.port);
  await test(serverId, 'watch-3');
  expect((await test(serverId, 'watch-3')).data?.['sendTestEmail']).toMatchObject({
    problems: [{ path: 'watchId' }],
  });
});

it('is for those who are signed in', async () => {
  const events = await eventsOf(new GraphqlClient(app), WATCH, { watchId: 'watch-1' });
  expect(events).toEqual([
    { errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] },
  ]);
});

it('streams subscriptions alone, with every check of the other door', async () => {
  const canary = 'canary-7f3a';
  for (const [query, variables] of [
    ['{ needsSetUp }', {}],
    [`subscription { testEmailProgress(watchId: {a: "${canary}"}) { name } }`, {}],
    [WATCH, { watchId: { [canary]: canary } }],
    [`subscription { "${canary}" }`, {}],
  ] as const) {
    const events = await eventsOf(client, query, variables);
    expect(events).toEqual([
      {
        data: null,
        errors: expect.arrayContaining([
          expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
        ]) as unknown,
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(canary);
  }
});

it('opens no stream for a document that asks for too much', async () => {
  const deep = `subscription { testEmailProgress(watchId: "x") { ${'... on TestStep { '.repeat(20)}name${' }'.repeat(20)} } }`;
  await expect(eventsOf(client, deep, {})).rejects.toThrow('nested too deeply');
});

it('answers a query as JSON where the client would take a stream as well', async () => {
  const { status, data } = await client.send(
    '{ needsSetUp }',
    {},
    { Accept: 'application/json, text/event-stream' },
  );
  expect([status, data]).toEqual([200, { needsSetUp: false }]);
});

it('refuses more tests a minute than the deployment allows, and says so', async () => {
  server = await scriptedSmtpServer([greet('220 hi')]);
  const serverId = await addAt(server.port);
  const answers = await Promise.all(Array.from({ length: 20 }, () => test(serverId, null)));
  const refused = answers.filter(({ errors }) => errors[0]?.extensions.code === 'RATE_LIMITED');
  expect(refused.length).toBeGreaterThanOrEqual(12);
  expect(server.connections).toBeLessThanOrEqual(8);
});
