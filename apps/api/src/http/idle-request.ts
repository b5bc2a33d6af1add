import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Ends a request whose body has stood still for so long: its client is gone, or wants to hold the connection. Once the body is there the
 * client only waits, for as long as we need to answer.
 */
export function endWhenIdle(request: IncomingMessage, milliseconds: number): void {
  request.setTimeout(milliseconds, () => request.destroy());
  request.once('end', () => request.setTimeout(0));
}

/** So long a client may send on when it has its answer. */
const LINGER_MS = 10_000;

/**
 * Ends an answer that is written with its length, when the rest of the request has come. Most clients read the answer only when they have
 * sent everything, and lose it where the connection is cut before, as it is at the end where they asked for that (RFC 9112 section 9.6).
 */
export function endAfterRequest(response: ServerResponse, milliseconds = LINGER_MS): void {
  const request = response.req;
  if (request.complete) {
    response.end();
    return;
  }
  cutAfter(request, milliseconds);
  request.once('close', () => response.end());
}

/** Nobody reads for ever what a client sends on behind an answer that has ended. */
export function cutWhenAnswered(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds = LINGER_MS,
): void {
  response.once('finish', () => {
    if (!request.complete) cutAfter(request, milliseconds);
  });
}

/** What still comes is thrown away. */
function cutAfter(request: IncomingMessage, milliseconds: number): void {
  const cut = setTimeout(() => request.destroy(), milliseconds);
  request.once('close', () => {
    clearTimeout(cut);
  });
  request.resume();
}
