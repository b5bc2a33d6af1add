import { connect } from 'node:tls';
import type { Attempt } from './attempt.ts';
import { Connection } from './connection.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { dial } from './reach.ts';
import { handshakeFailure } from './tls-handshake.ts';

/** Longer than any answer takes that would still help somebody who waits. */
const PROBE_MS = 5000;

/**
 * Does the port want TLS at once? One ClientHello on a second connection to the same address: any TLS answer, were it a
 * refusal, says yes. Nothing is sent after it.
 */
export async function speaksTls(attempt: Attempt, address: string): Promise<boolean> {
  const socket = await dial(attempt, [address]).catch(unlessCancelled);
  if (typeof socket === 'string') return false;
  return new Promise((resolve) => {
    const probe = connect({ socket, rejectUnauthorized: false });
    const settle = (answer: boolean) => {
      clearTimeout(timer);
      attempt.signal?.removeEventListener('abort', cancel);
      resolve(answer);
      probe.destroy();
    };
    const cancel = () => {
      settle(false);
    };
    const timer = setTimeout(cancel, Math.min(PROBE_MS, attempt.replyBudget()));
    attempt.signal?.addEventListener('abort', cancel);
    probe.once('secureConnect', () => {
      settle(true);
    });
    probe.on('close', cancel);
    probe.on('error', (error: NodeJS.ErrnoException) => {
      settle(handshakeFailure(error.code ?? '').peerSpeaksTls);
    });
  });
}

/** Does the port greet in clear, as an SMTP server? Asked on a second connection after TLS made no sense to it. */
export async function speaksPlain(attempt: Attempt, address: string): Promise<boolean> {
  const socket = await dial(attempt, [address]).catch(unlessCancelled);
  if (typeof socket === 'string') return false;
  const connection = new Connection(socket);
  const cancel = () => {
    connection.end(EndReason.CANCELLED);
  };
  attempt.signal?.addEventListener('abort', cancel);
  try {
    await connection.reply(Math.min(PROBE_MS, attempt.replyBudget()));
    return true;
  } catch (error) {
    if (!(error instanceof ConnectionEnded)) throw error;
    return false;
  } finally {
    attempt.signal?.removeEventListener('abort', cancel);
    connection.end(EndReason.LOST);
  }
}

/** A probe has no voice in what a cancelled attempt becomes. */
function unlessCancelled(error: unknown): SmtpFailureCode {
  if (error instanceof ConnectionEnded) return SmtpFailureCode.CANCELLED;
  throw error;
}
