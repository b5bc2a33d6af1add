import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Ends a request whose body has stood still for so long: its client is gone, or wants to hold the connection. Once the body is there the
 * client only waits, for as long as we need to answer.
 */
export function endWhenIdle(request: IncomingMessage, milliseconds: number): void {
  request.setTimeout(milliseconds, () => request.destroy());
  request.once('end', () => request.setTimeout(0));
}

/**
 * A request may be answered before all of it is there: it is refused, or too large. What still comes is thrown away for so long, because
 * most clients read the answer only when they have sent everything, and lose it where the connection is cut (RFC 9112 section 9.6). Then
 * it is cut.
 */
export function cutWhenAnswered(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    const cut = setTimeout(() => request.destroy(), milliseconds);
    request.once('close', () => {
      clearTimeout(cut);
    });
  });
}
