import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { browserName, type RequestContext } from '../features/access/index.ts';
import type { GraphqlStream } from './graphql-stream.ts';
import { readBody } from './request-body.ts';
import type { RequestCallers } from './request-callers.ts';
import type { SessionCookie } from './session-cookie.ts';

const MEBIBYTE = 1024 * 1024;
export const BODY_LIMIT = { signedIn: 8 * MEBIBYTE, others: 64 * 1024 } as const;

export interface GraphqlEndpointPorts {
  apollo: ApolloServer<RequestContext>;
  stream: GraphqlStream;
  callers: RequestCallers;
  cookie: SessionCookie;
  publicUrl: URL;
}

/** POST /graphql with JSON: the one door of the API. */
export function graphqlEndpoint({ apollo, stream, callers, cookie, publicUrl }: GraphqlEndpointPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      refuse(response, 405, 'Send a POST with a JSON body; the explorer is at /graphiql.');
      return;
    }
    if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
      refuse(response, 415, 'Send the header Content-Type: application/json.');
      return;
    }
    if (!isFromHere(request, publicUrl)) {
      refuse(response, 403, 'This page may not send requests here: its origin is another one.', 'FORBIDDEN');
      return;
    }
    const identity = await callers.identify(request);
    if ('refused' in identity) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      refuse(response, 401, identity.refused, 'UNAUTHENTICATED');
      return;
    }
    const { caller, apiToken } = identity;
    const limit = caller === null ? BODY_LIMIT.others : BODY_LIMIT.signedIn;
    const text = await readBody(request, limit);
    if (text === null) {
      response.setHeader('Connection', 'close');
      refuse(
        response,
        413,
        `The body is too large: at most ${String(limit)} bytes${caller === null ? ' without a session or a token' : ''}.`,
      );
      return;
    }
    const body = parseJson(text);
    if (body === undefined) {
      refuse(response, 400, 'The body is not valid JSON.');
      return;
    }
    const context: RequestContext = {
      caller,
      apiToken,
      client: { from: identity.from, browser: browserName(request.headers['user-agent']) },
      setSessionToken: (token) => {
        cookie.write(response, token);
      },
      perRequest: new Map(),
    };
    // Clients that stream name it first; browsers' GraphQL clients name it somewhere in every request.
    if (request.headers.accept?.startsWith('text/event-stream')) {
      await stream(request, response, text, context);
      return;
    }
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body },
      context: () => Promise.resolve(context),
    });
    response.statusCode = answer.status ?? 200;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-store');
    if (answer.body.kind === 'complete') response.end(answer.body.string);
    else response.end();
  };
}

/** An answer of the form that every GraphQL client reads. */
export function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  code = 'BAD_USER_INPUT',
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/** A browser names the page's origin; it must be the public one, or the host that the request itself was sent to. Scripts name none. */
export function isFromHere(request: IncomingMessage, publicUrl: URL): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === publicUrl.origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
