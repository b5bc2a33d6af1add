import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { browserName, type Caller, type RequestContext } from '../features/access/index.ts';
import { BodyRoom } from './body-room.ts';
import type { CheckedDocument, DocumentLimits, GraphqlRequest } from './document-limits.ts';
import type { Door } from './door.ts';
import type { GraphqlStream } from './graphql-stream.ts';
import { InFlight } from './in-flight.ts';
import { refuse } from './refuse.ts';
import { readBody } from './request-body.ts';
import { OUT_OF_TIME, RequestBudget } from './request-budget.ts';
import type { RequestIdentity } from './request-callers.ts';
import type { SessionCookie } from './session-cookie.ts';

const MEBIBYTE = 1024 * 1024;
export const BODY_LIMIT = { signedIn: 8 * MEBIBYTE, others: 64 * 1024 } as const;

export interface GraphqlEndpointPorts {
  apollo: ApolloServer<RequestContext>;
  stream: GraphqlStream;
  limits: DocumentLimits;
  door: Door;
  cookie: SessionCookie;
  /** May those who are known ask for the schema? */
  isIntrospectionOn: boolean;
}

/** Requests of one client under way at a time, in one process. */
const MOST_IN_FLIGHT = 50;

/** POST /graphql with JSON: the one door of the API. */
export function graphqlEndpoint(ports: GraphqlEndpointPorts) {
  const inFlight = new InFlight(MOST_IN_FLIGHT);
  const room = new BodyRoom();
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
    const identity = await ports.door.identify(request, response);
    // What is begun below ends with a close, which has been already where the client is gone.
    if (identity === null || isGone(request)) return;
    const { caller, from } = identity;
    const client = caller?.id ?? `address ${from ?? ''}`;
    const end = inFlight.begin(client);
    if (end === null) {
      response.setHeader('Retry-After', '1');
      const message = `At most ${String(MOST_IN_FLIGHT)} requests at a time: wait for one to be answered.`;
      ports.door.turnAway(request, response, { status: 429, message, caller });
      return;
    }
    response.once('close', end);
    const limit = caller === null ? BODY_LIMIT.others : BODY_LIMIT.signedIn;
    let giveBack: (() => void) | null = null;
    const octets = Number(request.headers['content-length'] ?? limit);
    if (octets > BODY_LIMIT.others && octets <= limit) {
      giveBack = await room.take(client, octets);
      if (isGone(request)) {
        giveBack();
        return;
      }
      response.once('close', giveBack);
    }
    const text = await readBody(request, limit);
    if (text === null) {
      refuseTooLarge(response, limit, caller);
      return;
    }
    // How long it is was not said before. What it asks for, a stream perhaps, may take long.
    if (text.length <= BODY_LIMIT.others) giveBack?.();
    await answer(ports, request, response, { identity, text });
  };
}

/** The client of a request may go away whenever something else is waited for. */
function isGone({ socket }: IncomingMessage): boolean {
  return socket.destroyed;
}

function refuseTooLarge(response: ServerResponse, limit: number, caller: Caller | null): void {
  const most = `The body is too large: at most ${String(limit)} bytes`;
  const message =
    caller === null
      ? `${most} without a session or a token.`
      : `${most}. Put large files with PUT /uploads and attach them by their uploadId.`;
  refuse(response, 413, message);
}

async function answer(
  { apollo, stream, limits, door, cookie, isIntrospectionOn }: GraphqlEndpointPorts,
  request: IncomingMessage,
  response: ServerResponse,
  { identity, text }: { identity: RequestIdentity; text: string },
): Promise<void> {
  const { caller, apiToken, from } = identity;
  const body = parseJson(text);
  if (body === undefined) {
    refuse(response, 400, 'The body is not valid JSON.');
    return;
  }
  const document = checkedDocument(limits, body);
  if ('refused' in document) {
    refuse(response, 400, document.refused);
    return;
  }
  if (document.asksForSchema && caller === null) {
    const message = 'Sign in first: the schema is shown to those who may use it.';
    door.turnAway(request, response, { status: 401, message, caller });
    return;
  }
  if (document.asksForSchema && !isIntrospectionOn) {
    const message = 'Introspection is switched off here (GRAPHIQL=false).';
    door.turnAway(request, response, { status: 403, message, caller });
    return;
  }
  const isStream = request.headers.accept?.startsWith('text/event-stream') ?? false;
  if (document.isSubscription && !isStream) {
    refuse(response, 406, 'Subscriptions are streamed: send the header Accept: text/event-stream.');
    return;
  }
  const budget = new RequestBudget(isStream ? Infinity : document.timeLimitMs);
  const context: RequestContext = {
    caller,
    apiToken,
    client: { from, browser: browserName(request.headers['user-agent']) },
    setSessionToken: (token) => {
      cookie.write(response, token);
    },
    spend: () => {
      budget.spend();
    },
    perRequest: new Map(),
  };
  // Clients that stream name it first; browsers' GraphQL clients name it somewhere in every request.
  if (isStream) {
    await stream(request, response, text, context);
    return;
  }
  const late = setTimeout(() => {
    refuse(response, 503, OUT_OF_TIME, 'SERVICE_UNAVAILABLE');
  }, document.timeLimitMs);
  try {
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body },
      context: () => Promise.resolve(context),
    });
    if (response.writableEnded) return;
    response.statusCode = result.status ?? 200;
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-store');
    response.end(result.body.kind === 'complete' ? result.body.string : undefined);
  } finally {
    clearTimeout(late);
  }
}

function checkedDocument(limits: DocumentLimits, body: unknown): CheckedDocument {
  if (Array.isArray(body)) return { refused: 'Send one operation in a request: batches are not taken.' };
  const hasDocument = typeof body === 'object' && body !== null && 'query' in body;
  if (!hasDocument || typeof body.query !== 'string') return { refused: NO_DOCUMENT };
  return limits.check(body as GraphqlRequest);
}

const NO_DOCUMENT = 'The body has no document: send {"query": "...", "variables": {...}}.';

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
