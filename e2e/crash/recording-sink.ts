// An SMTP server that outlives everybody. It writes down what it accepts before it says so, as a server does that keeps its word.
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const END_OF_MESSAGE = '\r\n.\r\n';

const REPLIES: Readonly<Record<string, string>> = {
  EHLO: '250-sink.test\r\n250 PIPELINING\r\n',
  MAIL: '250 2.1.0 Ok\r\n',
  RCPT: '250 2.1.5 Ok\r\n',
  DATA: '354 Go\r\n',
  RSET: '250 2.0.0 Ok\r\n',
  NOOP: '250 2.0.0 Ok\r\n',
  QUIT: '221 2.0.0 Bye\r\n',
};

export class RecordingSink {
  /** Message-IDs in the order of their acceptance, one as often as it came. */
  readonly accepted: string[] = [];
  readonly #server: Server;
  readonly #file: number;
  readonly #thinkMs: () => number;

  private constructor(file: string, thinkMs: () => number) {
    this.#file = openSync(file, 'a');
    this.#thinkMs = thinkMs;
    this.#server = createServer((socket) => {
      // A client that was killed.
      socket.on('error', () => undefined);
      void this.#converse(socket).catch(() => socket.destroy());
    });
  }

  /** `thinkMs`: how long it takes to decide about a message. */
  static async open(file: string, thinkMs: () => number): Promise<RecordingSink> {
    const sink = new RecordingSink(file, thinkMs);
    sink.#server.listen(0, '127.0.0.1');
    await once(sink.#server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
    closeSync(this.#file);
  }

  async #converse(socket: Socket): Promise<void> {
    socket.write('220 sink.test ESMTP\r\n');
    let unread = Buffer.alloc(0);
    let isInMessage = false;
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      unread = Buffer.concat([unread, chunk]);
      for (;;) {
        const delimiter: string = isInMessage ? END_OF_MESSAGE : '\r\n';
        const end: number = unread.indexOf(delimiter);
        if (end === -1) break;
        const unit = unread.subarray(0, end).toString('latin1');
        unread = unread.subarray(end + delimiter.length);
        if (isInMessage) {
          isInMessage = false;
          await new Promise((resolve) => setTimeout(resolve, this.#thinkMs()));
          this.#record(unit);
          socket.write('250 2.0.0 Ok: queued\r\n');
        } else {
          const verb = unit.slice(0, 4).toUpperCase();
          socket.write(REPLIES[verb] ?? '500 5.5.2 What?\r\n');
          isInMessage = verb === 'DATA';
          if (verb === 'QUIT') socket.end();
        }
      }
    }
  }

  #record(message: string): void {
    const messageId = /^Message-ID: (<[^>]+>)/im.exec(message)?.[1];
    if (messageId === undefined) throw new Error('a message without a Message-ID');
    writeSync(this.#file, `${messageId}\n`);
    this.accepted.push(messageId);
  }
}
