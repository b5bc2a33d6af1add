import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';
import { BODY_LIMIT } from './graphql-endpoint.ts';
import { printGraphqlSchema } from './graphql-schema.ts';

let app: AppForTests;
let client: GraphqlClient;

beforeAll(async () => {
  ({ app, client } = await startSignedIn());
});
afterAll(() => app.close());

const JSON_BODY = { 'Content-Type': 'application/json' };
const post = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${app.url}/graphql`, { method: 'POST', headers, body });

describe('the door', () => {
  it.each(['GET', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    const response = await fetch(`${app.url}/graphql?query={needsSetUp}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    '',
  ])('takes JSON alone, not %j', async (type) => {
    const response = await post({ 'Content-Type': type }, '{"query":"{needsSetUp}"}');
    expect(response.status).toBe(415);
  });

  it('lets no page of another origin in', async () => {
    const evil = await post({ ...JSON_BODY, Origin: 'https://evil.example.net' }, '{"query":"{needsSetUp}"}');
    expect(evil.status).toBe(403);
    const own = await post({ ...JSON_BODY, Origin: app.url }, '{"query":"{needsSetUp}"}');
    expect(own.status).toBe(200);
  });

  it('reads at most 64 KiB of somebody who is not signed in', async () => {
    const padding = (bytes: number) => JSON.stringify({ query: '{needsSetUp}', padding: 'x'.repeat(bytes) });
    const response = await post(JSON_BODY, padding(BODY_LIMIT.others));
    expect(response.status).toBe(413);
    expect((await post(JSON_BODY, padding(BODY_LIMIT.others - 100))).status).toBe(200);
    expect((await client.send('{needsSetUp}', { padding: 'x'.repeat(BODY_LIMIT.others) })).status).toBe(200);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"query":5}',
    '[{"query":"{needsSetUp}"},{"query":"{needsSetUp}"}]',
  ])('answers the body %j with an error of the client', async (body) => {
    const response = await post(JSON_BODY, body);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(response.status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('takes no document that is nested too deeply', async () => {
    const deep = `{ smtpServers { nodes { lastTest ${'{ tls { chain '.repeat(5)} { names } ${'} }'.repeat(5)} } } }`;
    const { errors } = await client.send(deep);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors.some(({ message }) => message.startsWith('The document is nested too deeply'))).toBe(true);
  });
});

describe('a token at the door', () => {
  const bearer = (token: string, headers: Record<string, string> = {}) =>
    post(
      { ...JSON_BODY, Authorization: token, ...headers },
      '{"query":"{ viewer { user { id } apiToken { name } } }"}',
    );
  let secret: string;
  beforeAll(async () => {
    ({ secret } = await client.field<{ secret: string }>(
      'mutation { createApiToken(input: {name: "script", scopes: [SERVERS_READ]}) { ... on CreatedApiToken { secret } } }',
    ));
  });

  it('is who calls, and a cookie beside it is nobody', async () => {
    const response = await bearer(`Bearer ${secret}`, { Cookie: client.cookie ?? '' });
    expect(await response.json()).toEqual({ data: { viewer: { user: null, apiToken: { name: 'script' } } } });
  });

  it.each(['Bearer postroom_x', 'Bearer', 'Basic YWRhOnB3', ''])(
    'ends the request where it is %j',
    async (token) => {
      const response = await bearer(token, { Cookie: client.cookie ?? '' });
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    },
  );

  it('works for the schema too, as clients that generate code need it', async () => {
    const response = await post(
      { ...JSON_BODY, Authorization: `Bearer ${secret}` },
      '{"query":"{ __schema { queryType { name } } }"}',
    );
    expect(await response.json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });
});

it('takes 50 requests at a time of one client, and no more; that they end is no failure', async () => {
  const before = app.logged.length;
  const { hostname, port } = new URL(app.url);
  const head = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n`;
  const sockets = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(head);
      // "100 Continue": it is under way. What is asked below must not take its place.
      await once(socket, 'data');
      return socket;
    }),
  );
  await expect.poll(async () => (await post(JSON_BODY, '{"query":"{needsSetUp}"}')).status).toBe(429);
  // Somebody else is not held up.
  expect(await client.field('{ needsSetUp }')).toBe(false);
  for (const socket of sockets) socket.destroy();
  await expect.poll(async () => (await post(JSON_BODY, '{"query":"{needsSetUp}"}')).status).toBe(200);
  expect(app.logged.slice(before).join()).not.toContain('a request failed');
});

it('forgets requests whose client is gone before it is known who sends them', async () => {
  const { hostname, port } = new URL(app.url);
  const head = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nCookie: ${client.cookie ?? ''}\r\nContent-Length: 100\r\n\r\n`;
  for (let n = 0; n < 200; n += 1) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    await new Promise((sent) => socket.write(head, sent));
    socket.resetAndDestroy();
  }
  await expect.poll(async () => (await client.send('{ needsSetUp }')).status).toBe(200);
});

it('reads a second large body of a client when the first is answered, and small ones meanwhile', async () => {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  const head = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nCookie: ${client.cookie ?? ''}\r\n`;
  socket.write(`${head}Content-Length: ${String(BODY_LIMIT.signedIn)}\r\n\r\n{`);
  const askManyTimes = async () => {
    for (let n = 0; n < 20; n += 1) expect(await client.field('{ needsSetUp }')).toBe(false);
  };
  await askManyTimes();
  let isAnswered = false;
  const second = client
    .send('{needsSetUp}', { padding: 'x'.repeat(BODY_LIMIT.others) })
    .then(({ status }) => {
      isAnswered = true;
      return status;
    });
  await askManyTimes();
  expect(isAnswered).toBe(false);
  socket.destroy();
  expect(await second).toBe(200);
});

it('keeps a connection for the next request for longer than proxies do', async () => {
  const { headers } = await post(JSON_BODY, '{"query":"{needsSetUp}"}');
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

describe('a refusal', () => {
  const refusals = async (request: () => Promise<unknown>) => {
    const before = app.logged.length;
    await request();
    return app.logged.slice(before).map((line) => JSON.parse(line) as object);
  };
  const refused = { event: 'request.refused', actor: null, from: '127.0.0.1' };

  it('is told to the log: who was refused what, from where', async () => {
    const stranger = new GraphqlClient(app);
    expect(await refusals(() => stranger.send('{ users { email } }'))).toMatchObject([
      { ...refused, code: 'UNAUTHENTICATED', path: ['users'] },
    ]);
  });

  it('of a subscription is told as well', async () => {
    const query = 'subscription { testEmailProgress(watchId: "1") { __typename } }';
    const stream = () => post({ ...JSON_BODY, Accept: 'text/event-stream' }, JSON.stringify({ query }));
    expect(await refusals(async () => (await stream()).text())).toMatchObject([
      { ...refused, code: 'UNAUTHENTICATED' },
    ]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a token that does not count', 'UNAUTHENTICATED', { Authorization: 'Bearer postroom_unknown' }],
    ['a page of somebody else', 'FORBIDDEN', { Origin: 'https://eve.example' }],
  ])('at the door is told as well: %s', async (_, code, headers) => {
    const request = () => post({ ...JSON_BODY, ...headers }, '{"query":"{needsSetUp}"}');
    expect(await refusals(request)).toMatchObject([{ ...refused, code, path: '/graphql' }]);
  });
});

it('spells no names of the schema out for a stranger', async () => {
  const { errors } = await new GraphqlClient(app).send('{ smtpServerz { id } }');
  expect(errors[0]?.message).toBe('Cannot query field "smtpServerz" on type "Query".');
  const known = await client.send('{ smtpServerz { id } }');
  expect(known.errors[0]?.message).toContain('Did you mean');
});

describe('the API explorer', () => {
  const page = (headers: Record<string, string> = {}) => fetch(`${app.url}/graphiql/`, { headers });

  it('asks a stranger to sign in, and loads nothing', async () => {
    const response = await page();
    expect(response.status).toBe(401);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('<a href="/sign-in?next=/graphiql">Sign in</a>');
  });

  it('is there for whoever is signed in', async () => {
    const response = await page({ Cookie: client.cookie ?? '' });
    // 404 says that it is not built, which these tests do not need.
    expect([200, 404]).toContain(response.status);
  });

  it('and introspection are nobody\u2019s where the deployment switched them off', async () => {
    const off = await startSignedIn({ GRAPHIQL: 'false' });
    const response = await fetch(`${off.app.url}/graphiql/`, {
      headers: { Cookie: off.client.cookie ?? '' },
    });
    expect(response.status).toBe(404);
    const { errors } = await off.client.send('{ __schema { queryType { name } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await off.app.close();
  });
});

describe('an error', () => {
  const canary = 'canary-7f3a';
  const add = 'mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { __typename } }';

  it.each([
    ['a variable of the wrong type', add, { input: { name: 'x', hostname: 'y', port: canary } }],
    ['an unknown enum value', add, { input: { name: 'x', hostname: 'y', protocol: canary } }],
    ['an unknown field', add, { input: { name: 'x', hostname: 'y', [canary]: 1 } }],
    [
      'a password that is no text',
      add,
      { input: { name: 'x', hostname: 'y', password: { [canary]: canary } } },
    ],
    ['a missing field beside a password', add, { input: { name: 'x', password: canary } }],
    ['null for the whole', add, { input: null }],
    [
      'a literal of the wrong type',
      `mutation { addSmtpServer(input: {name: "x", hostname: "y", port: "${canary}"}) { __typename } }`,
      {},
    ],
    [
      'a literal enum value',
      `mutation { addSmtpServer(input: {name: "x", hostname: "y", protocol: "${canary}"}) { __typename } }`,
      {},
    ],
    ['a document that ends early', `mutation { signIn(input: {password: "${canary}"`, {}],
    ['a string that does not end', `mutation { signIn(input: {password: "${canary}`, {}],
    ['a value where a name must be', `{ "${canary}" }`, {}],
  ])('about %s names no value', async (_, query, variables) => {
    const { status, errors, text } = await client.send(query, variables);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(status).toBe(400);
    expect(text).not.toContain(canary);
    expect(text).not.toContain('stacktrace');
  });

  it.each([
    ['{ smtpServers(search: "a\\u0000b") { totalCount } }'],
    ['{ smtpServer(ref: {name: "a\\u0000b"}) { id } }'],
    ['mutation { signIn(input: {email: "a\\u0000b", password: "x"}) { __typename } }'],
  ])('about a NUL in %s is one of the client', async (query) => {
    const { errors } = await client.send(query);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('about a variable says where it is and what is expected there', async () => {
    const { errors } = await client.send(add, { input: { name: 'x', hostname: 'y', port: 'many' } });
    expect(errors[0]?.message).toBe('The variable $input.port is not of the type that is expected: Int.');
  });
});

it('describes every type, field, argument and enum value', () => {
  const schema = buildSchema(printGraphqlSchema());
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const ours = Object.values(schema.getTypeMap()).filter(
    (type) =>
      !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !roots.some((root) => root === type),
  );
  const fields = [...ours, ...roots].flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
      ? Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()).map((field) => ({
          type,
          field,
        }))
      : [],
  );
  const undescribed = [
    ...ours.filter((type) => !type.description).map((type) => type.name),
    ...fields
      .filter(({ field }) => !field.description)
      .map(({ type, field }) => `${type.name}.${field.name}`),
    ...fields.flatMap(({ field }) =>
      'args' in field
        ? field.args.filter((arg) => !arg.description).map((arg) => `${field.name}(${arg.name})`)
        : [],
    ),
    ...ours.filter(isEnumType).flatMap((type) =>
      type
        .getValues()
        .filter((value) => !value.description)
        .map((value) => `${type.name}.${value.name}`),
    ),
  ];
  expect(undescribed).toEqual([]);
  expect(fields.length).toBeGreaterThan(100);
});

it('says whether it lives and whether it is ready', async () => {
  expect((await fetch(`${app.url}/livez`)).status).toBe(200);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
});

it('sends /graphiql to the folder that its files are in', async () => {
  const response = await fetch(`${app.url}/graphiql`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([308, '/graphiql/']);
});
