import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database/database-away.ts';
import { secureOptions, type TlsIdentity } from '../tls-config.ts';
import { AUDIT_PATHS } from './audit-endpoint.ts';
import { cutWhenAnswered } from './idle-request.ts';
import { refuse } from './refuse.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface HttpServerPorts {
  graphql: Handler;
  /** PUT /uploads */
  upload: Handler;
  /** GET /audit.csv, /audit.jsonl */
  audit: Handler;
  /** /files/<token> */
  file: Handler;
  explorer: Handler;
  panel: Handler;
  isReady: () => Promise<boolean>;
  /** What is wrong although it is ready; null = nothing. */
  warning: () => Promise<string | null>;
  publicUrl: URL;
  /** null = it speaks http. */
  tls: TlsIdentity | null;
  log: Logger;
}

/** Which path goes where. */
export function createHttpServer(ports: HttpServerPorts): Server {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    setSafeHeaders(response, ports.publicUrl);
    cutWhenAnswered(request, response);
    void answer(ports, request, response);
  };
  const server =
    ports.tls === null ? createServer(listener) : createTlsServer(secureOptions(ports.tls), listener);
  // A request that drips its headers or body is cut off; a test email may take its two to three minutes to answer.
  server.headersTimeout = 10_000;
  // Longer than a proxy keeps an idle connection (most: 60 s): a request must not meet one that is being closed.
  server.keepAliveTimeout = 75_000;
  // For a large upload over a slow line. A document has less time, which is its endpoint's to watch.
  server.requestTimeout = 30 * 60_000;
  return server;
}

async function answer(
  ports: HttpServerPorts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await route(ports, request, response);
  } catch (error) {
    // Its client is gone: nobody is left to be told, and nothing of ours failed.
    if (request.errored !== null) return;
    ports.log.error({ err: error, url: request.url?.split('?')[0] }, 'a request failed');
    if (response.headersSent) response.destroy();
    else if (isDatabaseAway(error)) {
      refuse(
        response,
        503,
        'The database does not answer at the moment: try again in a few seconds.',
        'SERVICE_UNAVAILABLE',
      );
    } else
      refuse(response, 500, 'Something went wrong in the service: look in its log.', 'INTERNAL_SERVER_ERROR');
  }
}

async function route(
  ports: HttpServerPorts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/graphql') return ports.graphql(request, response);
  if (path === '/uploads' || path.startsWith('/uploads/')) return ports.upload(request, response);
  if (AUDIT_PATHS.has(path)) return ports.audit(request, response);
  if (path === '/files' || path.startsWith('/files/')) return ports.file(request, response);
  // What is left is only read.
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'Nothing is taken here: send operations to /graphql, and files to /uploads.');
    return;
  }
  if (path === '/livez') {
    health(response, true);
    return;
  }
  if (path === '/readyz') {
    const isReady = await ports.isReady();
    health(response, isReady, isReady ? await ports.warning() : null);
    return;
  }
  if (path === '/graphiql') {
    response.writeHead(308, { Location: '/graphiql/' }).end();
    return;
  }
  if (path.startsWith('/graphiql/')) {
    request.url = (request.url ?? '/').slice('/graphiql'.length);
    return ports.explorer(request, response);
  }
  return ports.panel(request, response);
}

function health(response: ServerResponse, isWell: boolean, warning: string | null = null): void {
  response.writeHead(isWell ? 200 : 503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  const words = isWell ? 'ok\n' : 'not ready\n';
  response.end(warning === null ? words : `${words}warning: ${warning}\n`);
}

function setSafeHeaders(response: ServerResponse, publicUrl: URL): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // What is a page says more of itself.
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (publicUrl.protocol === 'https:') response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
