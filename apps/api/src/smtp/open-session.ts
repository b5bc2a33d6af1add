import type { Attempt } from './attempt.ts';
import { Connection } from './connection.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { ANEW, implicitTls, startTls } from './encrypt.ts';
import { awaitGreeting, introduce } from './greet.ts';
import { connectTo, resolveName } from './reach.ts';
import { Session } from './session.ts';
import { signIn } from './sign-in.ts';
import { isFailure, type AttemptFailure } from './smtp-failure.ts';
import { Protocol, StartTls } from './smtp-settings.ts';
import { SmtpStep } from './smtp-step.ts';

/** Signed in; or the failure, and the connection it happened on, if there was one. */
export type Opening =
  { session: Session; failure: null } | { session: Session | null; failure: AttemptFailure };

/** The connection of the moment, kept for whoever has to close it. */
interface Reached {
  session: Session | null;
}

/**
 * From DNS to AUTH. Never throws for what a server, a network or a person can cause. The caller quits the session, in
 * case of a failure too.
 */
export async function openSession(attempt: Attempt): Promise<Opening> {
  const reached: Reached = { session: null };
  try {
    const opened = await open(attempt, reached);
    return isFailure(opened)
      ? { session: reached.session, failure: opened }
      : { session: opened, failure: null };
  } catch (error) {
    reached.session?.connection.end(EndReason.LOST);
    if (!(error instanceof ConnectionEnded)) throw error;
    return { session: reached.session, failure: attempt.ended(error) };
  }
}

async function open(attempt: Attempt, reached: Reached): Promise<Session | AttemptFailure> {
  const addresses = await resolveName(attempt);
  if (isFailure(addresses)) return addresses;
  const session = await approach(attempt, reached, addresses);
  if (isFailure(session)) return session;
  const outcome = await encryptAsSet(attempt, session);
  if (outcome === null) return (await signIn(attempt, session)) ?? session;
  if (outcome !== ANEW) return outcome;

  attempt.transcript.happened('a new connection, in clear');
  const inClear = await approach(attempt, reached, [session.address], true);
  if (isFailure(inClear)) return inClear;
  return (await signIn(attempt, inClear)) ?? inClear;
}

/** From CONNECT to EHLO, on one connection. */
async function approach(
  attempt: Attempt,
  reached: Reached,
  addresses: readonly string[],
  isDowngraded = false,
): Promise<Session | AttemptFailure> {
  const socket = await connectTo(attempt, addresses);
  if (isFailure(socket)) return socket;
  const session = new Session(new Connection(socket), socket.remoteAddress ?? '');
  session.downgraded = isDowngraded;
  reached.session = session;
  attempt.uses(session);
  const isSmtps = attempt.settings.protocol === Protocol.SMTPS;
  if (!isSmtps) attempt.options.progress.skip(SmtpStep.TLS, 'SMTP begins in clear');
  const failed =
    (isSmtps ? await implicitTls(attempt, session) : null) ??
    (await awaitGreeting(attempt, session)) ??
    (await introduce(attempt, session));
  return failed ?? session;
}

async function encryptAsSet(
  attempt: Attempt,
  session: Session,
): Promise<AttemptFailure | typeof ANEW | null> {
  const { protocol, startTls: policy } = attempt.settings;
  if (protocol === Protocol.SMTP && policy !== StartTls.DISABLED) return startTls(attempt, session);
  const why = protocol === Protocol.SMTPS ? 'SMTPS is encrypted from the first byte' : 'StartTLS is disabled';
  attempt.options.progress.skip(SmtpStep.STARTTLS, why);
  return null;
}
