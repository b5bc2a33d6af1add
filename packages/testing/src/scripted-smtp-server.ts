import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ScriptedConnection, type ScriptStep, type ServerTls } from './scripted-connection.ts';

/** Says these lines, as one greeting, unasked. */
export function greet(...lines: string[]): ScriptStep {
  return say(lines.map((line) => `${line}\r\n`).join(''));
}

/**
 * Answers the next command with this verb. `.` is the end of the message, RESPONSE the line that follows a 334. Commands
 * without a line in the script get the answer of an honest server without extensions.
 */
export function on(verb: string, ...lines: string[]): ScriptStep {
  return { verb, act: (connection) => connection.answer(lines) };
}

/** The same as soon as `told` resolves: a server that takes its time. */
export function onceTold(told: Promise<unknown>, verb: string, ...lines: string[]): ScriptStep {
  return {
    verb,
    act: async (connection) => {
      await told;
      connection.answer(lines);
    },
  };
}

/** Sends exactly these bytes, in one write. */
export function say(bytes: string | Buffer): ScriptStep {
  return { verb: null, act: (connection) => connection.write(bytes) };
}

/** Sends one piece again and again until the client is gone, waiting for the socket to drain. */
export function sayForEver(piece: string | Buffer, everyMs = 0): ScriptStep {
  return { verb: null, act: (connection) => connection.repeat(piece, everyMs) };
}

/** Says nothing from here on, whatever comes. */
export function fallSilent(): ScriptStep {
  return { verb: null, act: (connection) => connection.fallSilent() };
}

export function hangUp(): ScriptStep {
  return { verb: null, act: (connection) => connection.hangUp() };
}

export function reset(): ScriptStep {
  return { verb: null, act: (connection) => connection.reset() };
}

/** Waits for the next bytes, whatever they are, and leaves them unanswered. */
export function awaitBytes(): ScriptStep {
  return { verb: null, act: (connection) => connection.awaitBytes() };
}

/** The server's half of a handshake; from here on the dialogue is encrypted. */
export function startTls(context: ServerTls): ScriptStep {
  return { verb: null, act: (connection) => connection.startTls(context) };
}

/** After so many bytes of the message: reads no more, then goes on in the script. */
export function readOnly(bytes: number): ScriptStep {
  return { verb: null, act: (connection) => connection.readOnly(bytes) };
}

export interface ScriptedSmtpServer {
  port: number;
  /** Connections accepted so far. */
  connections: number;
  /** Connections open now. */
  readonly open: number;
  /** The most that were open at a time. */
  mostOpen: number;
  /** Every byte that came in clear, of all connections. */
  readonly clear: Buffer;
  /** Every byte that came inside TLS. */
  readonly encrypted: Buffer;
  /** Command lines in order, of all connections, lines of messages excepted. */
  commands: string[];
  /** Messages that were ended with a dot, before dot-unstuffing. */
  messages: Buffer[];
  /** Bytes this server could write so far. */
  bytesWritten: number;
  /** Resolves when a command with this verb arrives (or has arrived). */
  sees(verb: string): Promise<void>;
  /** Resolves when so many messages were ended with a dot. */
  receives(count: number): Promise<void>;
  /** Resolves when no connection is open. */
  emptied(): Promise<void>;
  close(): Promise<void>;
}

export interface ScriptedSmtpServerOptions {
  /** TLS from the first byte. */
  implicitTls?: ServerTls;
  /** What it offers in every answer to EHLO, beside what the script says: `PIPELINING`. */
  offers?: readonly string[];
  host?: string;
}

/**
 * A server that keeps to a script, and remembers what the client did. The nth connection runs the nth script, further
 * ones the last.
 */
export async function scriptedSmtpServer(
  scripts: readonly ScriptStep[] | readonly (readonly ScriptStep[])[],
  options: ScriptedSmtpServerOptions = {},
): Promise<ScriptedSmtpServer> {
  const perConnection = scripts.some((step) => Array.isArray(step))
    ? (scripts as readonly (readonly ScriptStep[])[])
    : [scripts as readonly ScriptStep[]];
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const clear: Buffer[] = [];
  const encrypted: Buffer[] = [];
  const changed = () => {
    for (const look of waiting) look();
  };
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!condition()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  const record = {
    port: 0,
    connections: 0,
    mostOpen: 0,
    commands: [] as string[],
    messages: [] as Buffer[],
    bytesWritten: 0,
    get open() {
      return sockets.size;
    },
    get clear() {
      return Buffer.concat(clear);
    },
    get encrypted() {
      return Buffer.concat(encrypted);
    },
    sees: (verb: string) => until(() => record.commands.some((line) => line.toUpperCase().startsWith(verb))),
    receives: (count: number) => until(() => record.messages.length >= count),
    emptied: () => until(() => sockets.size === 0),
    close: () => closed(server, sockets),
  };

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const script = perConnection[Math.min(record.connections, perConnection.length - 1)] ?? [];
    record.connections += 1;
    sockets.add(socket);
    record.mostOpen = Math.max(record.mostOpen, sockets.size);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      record.bytesWritten += socket.bytesWritten;
      sockets.delete(socket);
      changed();
    });
    const connection = new ScriptedConnection(socket, options, script, {
      seen(bytes, isEncrypted) {
        (isEncrypted ? encrypted : clear).push(bytes);
      },
      command(line) {
        record.commands.push(line);
        changed();
      },
      message(bytes) {
        record.messages.push(bytes);
        changed();
      },
    });
    void connection.begin();
  });
  await new Promise<void>((resolve) => server.listen(0, options.host ?? '127.0.0.1', resolve));
  record.port = (server.address() as AddressInfo).port;
  return record;
}

async function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
