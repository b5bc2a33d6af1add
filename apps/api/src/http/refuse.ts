import type { ServerResponse } from 'node:http';
import { endAfterRequest } from './idle-request.ts';

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
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.write(body);
  endAfterRequest(response);
}
