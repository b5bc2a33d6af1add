import type { Socket } from 'node:net';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { Deadline } from './deadline.ts';
import { ReplyParser, ReplyViolation } from './reply-parser.ts';
import type { SmtpReply } from './smtp-reply.ts';

const endReasons: Record<ReplyViolation, EndReason> = {
  NOT_SMTP: EndReason.NOT_SMTP,
  MALFORMED: EndReason.VIOLATION,
  TOO_LONG: EndReason.TOO_LONG,
};

/**
 * The adapter between sockets and the dialogue: bytes out, replies in. Knows no command. Every method that waits has a
 * deadline, and throws ConnectionEnded once the connection cannot be used; a reply that came before its end can still
 * be taken.
 */
export class Connection {
  readonly #parser = new ReplyParser();
  readonly #deadline = new Deadline(() => this.end(EndReason.TIMED_OUT));
  readonly #socket: Socket;
  #ended: ConnectionEnded | null = null;
  #hasHeard = false;
  #isDraining = false;
  #wake: () => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
    socket.on('error', this.#onError);
  }

  get isUsable(): boolean {
    return this.#ended === null;
  }

  /** Any byte at all came from the server. */
  get hasHeard(): boolean {
    return this.#hasHeard;
  }

  /** The server has said something that nobody took yet. */
  get hasUnread(): boolean {
    return this.#parser.hasUnread;
  }

  get localAddress(): string {
    return this.#socket.localAddress ?? '';
  }

  get remoteAddress(): string {
    return this.#socket.remoteAddress ?? '';
  }

  /** Throws what ended the connection. What was said before its end is not lost: reply() still gives it. */
  throwIfUnusable(): void {
    if (this.#parser.violation !== null) throw this.end(endReasons[this.#parser.violation]);
    if (this.#ended !== null) throw this.#ended;
  }

  /** Bytes for the server, all of them in one write, without waiting. */
  send(...pieces: (string | Buffer)[]): void {
    if (this.#ended !== null) return;
    if (pieces.length > 1) this.#socket.cork();
    for (const piece of pieces) this.#socket.write(piece);
    if (pieces.length > 1) this.#socket.uncork();
  }

  /** The next whole reply, if it is here already. */
  takeReply(): SmtpReply | null {
    return this.#parser.take();
  }

  /** The next whole reply. A reply that drips does not prolong its deadline. */
  async reply(timeoutMs: number): Promise<SmtpReply> {
    try {
      for (let waits = 0; ; waits += 1) {
        const reply = this.#parser.take();
        if (reply !== null) return reply;
        this.throwIfUnusable();
        if (waits === 0) this.#deadline.set(timeoutMs);
        await this.#change();
      }
    } finally {
      this.#deadline.clear();
    }
  }

  /**
   * Hands all of it to the network: true once the last byte has drained and the server has still said nothing; false
   * as soon as it says something, with the rest unsent. `stallMs` bounds the time without any progress.
   */
  async sendAll(chunks: Iterable<Buffer> | AsyncIterable<Buffer>, stallMs: () => number): Promise<boolean> {
    const areAwaited = Symbol.asyncIterator in chunks;
    for await (const chunk of chunks) {
      // While a chunk was read the server may have refused the rest and left: a write to it would throw its words away.
      if (areAwaited) await new Promise(setImmediate);
      if (this.hasUnread) return false;
      this.throwIfUnusable();
      this.#socket.write(chunk, this.#onWritten);
      await this.#drained(stallMs);
    }
    // One turn of the event loop, so that words which are here already are read before the caller goes on.
    await new Promise(setImmediate);
    if (this.hasUnread) return false;
    this.throwIfUnusable();
    return true;
  }

  /** What came so far is forgotten (RFC 3207 section 4.2), and the socket given away for a handshake. */
  detach(): Socket {
    this.#socket.off('data', this.#onData);
    this.#socket.off('end', this.#onEnd);
    this.#socket.off('close', this.#onEnd);
    this.#deadline.stop();
    return this.#socket;
  }

  /** Words came that nobody asked for: a server that shuts down may say so, and nothing else. */
  endUnasked(): ConnectionEnded {
    const reply = this.#parser.take();
    if (reply === null) return this.end(EndReason.VIOLATION);
    return this.end(reply.code === 421 ? EndReason.SHUT_DOWN : EndReason.VIOLATION, { reply });
  }

  /** Drops the connection at once; everybody who waits on it gets the reason. */
  end(reason: EndReason, details: ConnectionEnded['details'] = {}): ConnectionEnded {
    this.#ended ??= new ConnectionEnded(reason, details);
    this.#socket.destroy();
    this.#deadline.stop();
    this.#wake();
    return this.#ended;
  }

  /** Most of the time the network takes a chunk at once, and there is nothing to wait for. */
  async #drained(stallMs: () => number): Promise<void> {
    if (this.#socket.writableLength === 0) return;
    this.#deadline.set(stallMs());
    this.#isDraining = true;
    while (this.#socket.writableLength > 0 && this.#ended === null && !this.hasUnread) await this.#change();
    this.#isDraining = false;
    this.#deadline.clear();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#hasHeard = true;
    this.#parser.push(chunk);
    // Nothing more is read from a server that says too much; what it said before may still be worth an answer.
    if (this.#parser.isFull) this.#socket.pause();
    this.#wake();
  };

  readonly #onWritten = (): void => {
    if (this.#isDraining) this.#wake();
  };

  readonly #onEnd = (): void => {
    this.end(EndReason.LOST);
  };

  readonly #onError = (error: NodeJS.ErrnoException): void => {
    this.end(EndReason.LOST, { byTlsAlert: /^ERR_SSL_.*ALERT/.test(error.code ?? '') });
  };
}
