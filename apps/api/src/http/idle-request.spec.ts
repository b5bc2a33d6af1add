import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endWhenIdle } from './idle-request.ts';

const IDLE_MS = 100;
let server: ReturnType<typeof createServer>;
let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

beforeEach(async () => {
  server = createServer((request, response) => {
    endWhenIdle(request, IDLE_MS);
    answer(request, response).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function put() {
  const { port } = server.address() as AddressInfo;
  return httpRequest({ host: '127.0.0.1', port, method: 'PUT' });
}

it('ends a request whose body stands still', async () => {
  answer = async (request) => {
    await once(request.resume(), 'end');
  };
  const sending = put();
  sending.write('the beginning');
  const [error] = (await once(sending, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNRESET');
});

it('lets a client wait for its answer as long as it takes', async () => {
  answer = async (request, response) => {
    await once(request.resume(), 'end');
    await pause(3 * IDLE_MS);
    response.end('taken');
  };
  const sending = put();
  sending.end('all of it');
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
});
