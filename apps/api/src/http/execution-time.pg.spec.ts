import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { createApollo } from './apollo.ts';
import { DocumentLimits } from './document-limits.ts';
import { Door } from './door.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import type { RequestCallers } from './request-callers.ts';
import { sessionCookie } from './session-cookie.ts';

let server: Server;
let url: string;
let release: () => void;
const resolved: string[] = [];

/** A schema whose first field waits until the test lets it go on, and whose second one tells that it was asked. */
function slowSchema(): GraphQLSchema {
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const field = (resolve: () => unknown) => ({ type: GraphQLString, resolve });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { unused: { type: GraphQLString } } }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: {
        slow: field(() => gate.then(() => resolved.push('slow'))),
        next: {
          type: GraphQLString,
          resolve: (_, __, { spend }: { spend: () => void }) => {
            spend();
            resolved.push('next');
          },
        },
      },
    }),
  });
}

beforeEach(async () => {
  const schema = slowSchema();
  const log = createLog('silent', { write: () => undefined });
  const apollo = createApollo(schema, log);
  await apollo.start();
  const callers = { identify: async () => ({ caller: null, apiToken: null, from: null }) };
  const door = new Door({
    callers: callers as unknown as RequestCallers,
    isFromHere: () => true,
    log,
  });
  const handle = graphqlEndpoint({
    apollo,
    stream: async () => undefined,
    limits: new DocumentLimits(schema, 20),
    door,
    cookie: sessionCookie(new URL('http://localhost')),
    isIntrospectionOn: true,
  });
  server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it('answers when the time is up, and begins nothing more of what was asked', async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { slow next }' }),
  });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  expect(resolved).toEqual([]);
  release();
  await expect.poll(() => resolved).toEqual(['slow']);
  // The one after it was asked for in the same document, and never ran.
  await new Promise(setImmediate);
  expect(resolved).toEqual(['slow']);
});
