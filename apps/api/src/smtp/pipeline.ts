import type { Attempt } from './attempt.ts';
import type { Connection } from './connection.ts';
import type { SmtpReply } from './smtp-reply.ts';

/** What a server may answer to so many commands at once stays far below what it may leave unread. */
const COMMANDS_AHEAD = 50;

/**
 * Commands and their replies, one for each and in the same order. Where the server offers PIPELINING (RFC 2920) they go
 * out ahead of their replies, in one write; else each waits for the reply to the one before. Never for STARTTLS, AUTH or
 * the final dot, whose replies decide what is said next.
 */
export class Pipeline {
  readonly #attempt: Attempt;
  readonly #connection: Connection;
  readonly #commands: readonly string[];
  readonly #width: number;
  #told = 0;
  #heard = 0;

  constructor(attempt: Attempt, connection: Connection, commands: readonly string[], isPipelined: boolean) {
    this.#attempt = attempt;
    this.#connection = connection;
    this.#commands = commands;
    this.#width = isPipelined ? COMMANDS_AHEAD : 1;
  }

  /** Replies that are still to come for what went out. */
  get awaited(): number {
    return this.#told - this.#heard;
  }

  /** The last of the commands was answered. */
  get isDone(): boolean {
    return this.#heard === this.#commands.length;
  }

  /** The reply to the next command. One reply more than commands that went out is a violation, as everywhere. */
  next(): SmtpReply | Promise<SmtpReply> {
    if (this.awaited === 0) this.#tell();
    const reply = this.#attempt.hear(this.#connection);
    return 'then' in reply ? reply.then(this.#count) : this.#count(reply);
  }

  readonly #count = (reply: SmtpReply): SmtpReply => {
    this.#heard += 1;
    if (this.awaited === 0) this.#attempt.expectsQuiet(this.#connection, reply);
    return reply;
  };

  #tell(): void {
    const commands = this.#commands.slice(this.#told, this.#told + this.#width);
    this.#attempt.tellAll(this.#connection, commands);
    this.#told += commands.length;
  }
}
