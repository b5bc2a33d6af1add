import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutWhenAnswered, endAfterRequest, endWhenIdle } from './idle-request.ts';

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

describe('a client that sends on when it has its answer', () => {
  const early: [string, (request: IncomingMessage, response: ServerResponse) => void][] = [
    [
      'that has ended',
      (request, response) => {
        cutWhenAnswered(request, response, IDLE_MS);
        response.end('refused');
      },
    ],
    [
      'that waits for it',
      (_request, response) => {
        response.setHeader('Content-Length', 7);
        response.write('refused');
        endAfterRequest(response, IDLE_MS);
      },
    ],
  ];

  it.each(early)('is cut after a while: an answer %s', async (_, write) => {
    answer = async (request, response) => {
      write(request, response);
    };
    const sending = put();
    const goOn = () => sending.write(Buffer.alloc(100_000), goOn);
    goOn();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    const [error] = (await once(sending, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toMatch(/^(ECONNRESET|EPIPE)$/);
  });

  it.each(early)('keeps its connection when it comes to an end: an answer %s', async (_, write) => {
    answer = async (request, response) => {
      write(request, response);
    };
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports: unknown[] = [];
    for (let times = 0; times < 2; times += 1) {
      const sending = httpRequest({ host: '127.0.0.1', port, method: 'PUT', agent });
      sending.write('the beginning');
      const [response] = (await once(sending, 'response')) as [IncomingMessage];
      ports.push(response.socket.localPort);
      response.resume();
      sending.end('the end');
      await once(sending, 'close');
    }
    expect(ports[1]).toBe(ports[0]);
    agent.destroy();
  });
});
