// A way to PostgreSQL that a test can spoil: the network between the two, as it is on a bad day.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SocketConnection } from '../src/database/database-connection.ts';

interface Pair {
  client: Socket;
  database: Socket;
}

export class DatabaseProxy {
  /** The same database, through this proxy. */
  readonly connection: SocketConnection;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #stalled = { questions: false, answers: false };
  #messagesLeft = Infinity;

  private constructor(directory: string, database: SocketConnection) {
    this.connection = { ...database, host: directory };
    this.#server = createServer((client) => {
      this.#join(client, connect(socketOf(database)));
    });
  }

  static async open(database: SocketConnection): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(await mkdtemp(join(tmpdir(), 'postroom-proxy-')), database);
    proxy.#server.listen(socketOf(proxy.connection));
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** Forwards nothing any more, and ends nothing: neither side learns that the other is out of reach. */
  stall(): void {
    this.#forwardUnless({ questions: true, answers: true });
  }

  /** What is asked still gets there; what is answered comes back no more. */
  stallAnswers(): void {
    this.#forwardUnless({ questions: false, answers: true });
  }

  /** What was held up goes on its way. */
  resume(): void {
    this.#forwardUnless({ questions: false, answers: false });
  }

  /** Lets so many more messages of clients through, then cuts every connection in place of the next one. */
  cutAfter(messages: number): void {
    this.#messagesLeft = messages;
  }

  async close(): Promise<void> {
    this.#cut();
    this.#server.close();
    await once(this.#server, 'close');
    await rm(this.connection.host, { recursive: true, force: true });
  }

  #join(client: Socket, database: Socket): void {
    const pair = { client, database };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
      from.on('data', (message: Buffer) => {
        if (from === client && this.#messagesLeft-- <= 0) this.#cut();
        else to.write(message);
      });
    }
    this.#apply(pair);
  }

  #forwardUnless(stalled: { questions: boolean; answers: boolean }): void {
    this.#stalled = stalled;
    for (const pair of this.#pairs) this.#apply(pair);
  }

  #apply({ client, database }: Pair): void {
    if (this.#stalled.questions) client.pause();
    else client.resume();
    if (this.#stalled.answers) database.pause();
    else database.resume();
  }

  #cut(): void {
    for (const { client, database } of this.#pairs) {
      client.destroy();
      database.destroy();
    }
  }
}

function socketOf({ host, port }: SocketConnection): string {
  return join(host, `.s.PGSQL.${port}`);
}
