import type { ServerResponse } from 'node:http';

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
