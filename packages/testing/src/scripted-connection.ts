import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls';

/** A certificate with its key, and whatever else tls.createServer takes for a context. */
export interface ServerTls extends SecureContextOptions {
  /** Nobody gets in without a certificate of their own. */
  requestCert?: boolean;
}

/** One line of a script: what the server does when the dialogue gets there. */
export interface ScriptStep {
  /** The command it waits for; null = it happens at once. */
  verb: string | null;
  act(connection: ScriptedConnection): void | Promise<void>;
}

export interface Witness {
  seen(bytes: Buffer, isEncrypted: boolean): void;
  command(line: string): void;
  message(bytes: Buffer): void;
}

/** How an honest server without extensions answers. */
const HONEST: Readonly<Record<string, string>> = {
  EHLO: '250 scripted.test',
  HELO: '250 scripted.test',
  AUTH: '235 2.7.0 Authentication successful',
  RESPONSE: '235 2.7.0 Authentication successful',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 End data with <CR><LF>.<CR><LF>',
  '.': '250 2.0.0 Ok: queued as 1',
  RSET: '250 2.0.0 Ok',
  NOOP: '250 2.0.0 Ok',
  QUIT: '221 2.0.0 Bye',
};

const END_OF_MESSAGE = Buffer.from('\r\n.\r\n');

/** One client's way through the script. */
export class ScriptedConnection {
  #socket: Socket;
  #position = 0;
  #received = Buffer.alloc(0);
  #message: Buffer[] | null = null;
  #messageBytes = 0;
  #readOnly: number | null = null;
  #lastCode = '';
  /** The command line that came last. */
  lastLine = '';
  #silent = false;
  #gone = false;
  readonly #script: readonly ScriptStep[];
  readonly #offers: readonly string[];
  readonly #witness: Witness;

  constructor(
    socket: Socket,
    {
      implicitTls,
      offers = [],
    }: { implicitTls?: ServerTls | undefined; offers?: readonly string[] | undefined },
    script: readonly ScriptStep[],
    witness: Witness,
  ) {
    this.#socket = implicitTls === undefined ? socket : serverSide(socket, implicitTls);
    this.#script = script;
    this.#offers = offers;
    this.#witness = witness;
  }

  async begin(): Promise<void> {
    await this.#attach();
    await this.#proceed();
  }

  answer(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#lastCode = lines.at(-1)?.slice(0, 3) ?? '';
    this.write(
      this.#withOffers(lines)
        .map((line) => `${line}\r\n`)
        .join(''),
    );
  }

  /** To EHLO every script offers these as well. */
  #withOffers(lines: readonly string[]): readonly string[] {
    if (this.#offers.length === 0 || this.#lastCode !== '250' || !/^EHLO /i.test(this.lastLine)) return lines;
    const [name = '', ...others] = lines.map((line) => line.slice(4));
    const texts = [name, ...this.#offers, ...others];
    return texts.map((text, index) => `250${index + 1 < texts.length ? '-' : ' '}${text}`);
  }

  write(bytes: string | Buffer): void {
    if (!this.#gone) this.#socket.write(bytes);
  }

  async repeat(piece: string | Buffer, everyMs: number): Promise<void> {
    while (!this.#gone) {
      const drained = this.#socket.write(piece);
      if (!drained)
        await new Promise((resolve) => this.#socket.once('drain', resolve).once('close', resolve));
      await new Promise((resolve) => (everyMs === 0 ? setImmediate(resolve) : setTimeout(resolve, everyMs)));
    }
  }

  awaitBytes(): Promise<void> {
    return new Promise((resolve) => {
      this.#swallow = resolve;
    });
  }

  fallSilent(): void {
    this.#silent = true;
  }

  hangUp(): void {
    this.#socket.end();
    this.#socket.destroySoon();
  }

  reset(): void {
    this.#socket.resetAndDestroy();
  }

  startTls(context: ServerTls): Promise<void> {
    this.#socket.removeAllListeners('data');
    this.#received = Buffer.alloc(0);
    this.#socket = serverSide(this.#socket, context);
    return this.#attach();
  }

  readOnly(bytes: number): Promise<void> {
    this.#readOnly = bytes;
    return new Promise((resolve) => {
      this.#enough = () => {
        this.#socket.pause();
        resolve();
      };
    });
  }

  #enough: () => void = () => undefined;
  #swallow: (() => void) | null = null;

  /** Resolves when the script may go on: at once in clear, after the handshake in TLS. */
  #attach(): Promise<void> {
    const socket = this.#socket;
    const isEncrypted = socket instanceof TLSSocket;
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#gone = true;
    });
    socket.on('end', () => socket.end());
    socket.on('data', (bytes: Buffer) => {
      this.#witness.seen(bytes, isEncrypted);
      if (this.#swallow !== null) {
        this.#swallow();
        this.#swallow = null;
        return;
      }
      if (socket === this.#socket) void this.#receive(bytes);
    });
    return isEncrypted ? new Promise((resolve) => socket.once('secure', resolve)) : Promise.resolve();
  }

  /** Runs what the script does unasked, up to the next command it waits for. */
  async #proceed(): Promise<void> {
    for (;;) {
      const step = this.#script[this.#position];
      if (step === undefined || step.verb !== null || this.#gone) return;
      this.#position += 1;
      await step.act(this);
    }
  }

  async #receive(bytes: Buffer): Promise<void> {
    this.#received = Buffer.concat([this.#received, bytes]);
    while (this.#received.length > 0) {
      const unit = this.#message === null ? this.#nextLine() : this.#nextPartOfMessage(this.#message);
      if (unit === null) return;
      await this.#take(unit);
    }
  }

  #nextLine(): string | null {
    const end = this.#received.indexOf('\r\n');
    if (end === -1) return null;
    const line = this.#received.toString('utf8', 0, end);
    this.#received = this.#received.subarray(end + 2);
    this.#witness.command(line);
    this.lastLine = line;
    return this.#lastCode === '334' ? 'RESPONSE' : line;
  }

  #nextPartOfMessage(parts: Buffer[]): string | null {
    const before = Buffer.concat([...parts, this.#received]);
    this.#messageBytes = before.length;
    if (this.#readOnly !== null && this.#messageBytes >= this.#readOnly) {
      this.#readOnly = null;
      this.#enough();
      return null;
    }
    const whole = Buffer.concat([Buffer.from('\r\n'), before]);
    const end = whole.indexOf(END_OF_MESSAGE);
    this.#message = end === -1 ? [before] : null;
    this.#received = end === -1 ? Buffer.alloc(0) : whole.subarray(end + END_OF_MESSAGE.length);
    if (end === -1) return null;
    this.#witness.message(whole.subarray(2, end + 2));
    return '.';
  }

  async #take(line: string): Promise<void> {
    if (this.#silent) return;
    const verb = (line.split(' ')[0] ?? '').toUpperCase();
    this.#lastCode = '';
    const next = this.#script.findIndex((step, index) => index >= this.#position && step.verb === verb);
    const step = this.#script[next];
    if (step === undefined) {
      this.answer([HONEST[verb] ?? '500 5.5.2 Not understood']);
      if (verb === 'QUIT') this.hangUp();
    } else {
      this.#position = next + 1;
      await step.act(this);
    }
    if (verb === 'DATA' && this.#lastCode === '354') this.#message = [];
    if (step !== undefined) await this.#proceed();
  }
}

function serverSide(socket: Socket, { requestCert = false, ...context }: ServerTls): TLSSocket {
  const secureContext = createSecureContext(context);
  return new TLSSocket(socket, {
    isServer: true,
    secureContext,
    requestCert,
    rejectUnauthorized: requestCert,
  });
}
