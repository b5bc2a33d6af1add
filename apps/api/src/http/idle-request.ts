import type { IncomingMessage } from 'node:http';

/**
 * Ends a request whose body has stood still for so long: its client is gone, or wants to hold the connection. Once the body is there the
 * client only waits, for as long as we need to answer.
 */
export function endWhenIdle(request: IncomingMessage, milliseconds: number): void {
  request.setTimeout(milliseconds, () => request.destroy());
  request.once('end', () => request.setTimeout(0));
}
