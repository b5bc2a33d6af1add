import { connect, isIPv6, type Socket } from 'node:net';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';

/** How long an address is alone before the next one is tried beside it (RFC 8305 section 5). */
const HEAD_START_MS = 250;

const READ_BYTES = 16 * 1024;

const errorCodes: Readonly<Record<string, SmtpFailureCode>> = {
  ECONNREFUSED: SmtpFailureCode.CONNECTION_REFUSED,
  ECONNRESET: SmtpFailureCode.CONNECTION_REFUSED,
  ETIMEDOUT: SmtpFailureCode.CONNECTION_TIMED_OUT,
};

/** Of several failures the one that says most. */
const byWeight = [
  SmtpFailureCode.CONNECTION_REFUSED,
  SmtpFailureCode.CONNECTION_TIMED_OUT,
  SmtpFailureCode.NETWORK_UNREACHABLE,
];

/** First, second, first, second family, beginning with the family that the resolver put first (RFC 8305 section 4). */
export function interleaved(addresses: readonly string[]): string[] {
  const firstIsV6 = isIPv6(addresses[0] ?? '');
  const first = addresses.filter((address) => isIPv6(address) === firstIsV6);
  const second = addresses.filter((address) => isIPv6(address) !== firstIsV6);
  return first
    .flatMap((address, index) => [address, ...second.slice(index, index + 1)])
    .concat(second.slice(first.length));
}

/**
 * What comes in is copied out of one buffer: replies are small, and a new one of 64 kB for each read, which Node.js would
 * make, costs an eighth of a delivery's CPU. Whoever awaits the connection listens before anything can come.
 */
function dialled(host: string, port: number): Socket {
  const socket = connect({
    host,
    port,
    noDelay: true,
    keepAlive: true,
    onread: {
      buffer: Buffer.alloc(READ_BYTES),
      callback: (length, buffer) => {
        socket.emit('data', Buffer.from(buffer.subarray(0, length)));
        return true;
      },
    },
  });
  return socket;
}

/**
 * A TCP connection to the first of these addresses that takes it, tried in this order with a short head start each.
 * A failure code where none does within the deadline. Throws ConnectionEnded when cancelled.
 */
export function tcpConnect(
  addresses: readonly string[],
  port: number,
  options: { timeoutMs: number; signal: AbortSignal | null },
): Promise<Socket | SmtpFailureCode> {
  return new Promise((resolve, reject) => {
    const waiting = [...addresses];
    const open = new Set<Socket>();
    const failures = new Set<SmtpFailureCode>();
    let headStart: NodeJS.Timeout | undefined;

    const settle = (finish: () => void) => {
      clearTimeout(deadline);
      clearTimeout(headStart);
      options.signal?.removeEventListener('abort', cancel);
      for (const socket of open) socket.destroy();
      finish();
    };
    const cancel = () => {
      settle(() => {
        reject(new ConnectionEnded(EndReason.CANCELLED));
      });
    };
    const giveUp = () => {
      settle(() => {
        resolve(byWeight.find((code) => failures.has(code)) ?? SmtpFailureCode.CONNECTION_TIMED_OUT);
      });
    };
    const tryNext = () => {
      clearTimeout(headStart);
      const address = waiting.shift();
      if (address === undefined) {
        if (open.size === 0) giveUp();
        return;
      }
      const socket = dialled(address, port);
      open.add(socket);
      socket.once('connect', () => {
        open.delete(socket);
        socket.removeAllListeners();
        settle(() => {
          resolve(socket);
        });
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (!open.delete(socket)) return;
        failures.add(errorCodes[error.code ?? ''] ?? SmtpFailureCode.NETWORK_UNREACHABLE);
        tryNext();
      });
      headStart = setTimeout(tryNext, HEAD_START_MS);
    };
    const deadline = setTimeout(() => {
      if (open.size > 0) failures.add(SmtpFailureCode.CONNECTION_TIMED_OUT);
      giveUp();
    }, options.timeoutMs);
    options.signal?.addEventListener('abort', cancel);
    if (options.signal?.aborted === true) cancel();
    else tryNext();
  });
}
