import { authExchange, usableMechanisms, type AuthMechanism, type Credentials } from './auth.ts';
import type { Attempt } from './attempt.ts';
import { EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import type { Session } from './session.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { SmtpStep } from './smtp-step.ts';

/**
 * AUTH, once: 504 means that the server does not know the mechanism, and the next one is tried; every other refusal is
 * about the credentials, and a second try could lock the account. Nothing of the password leaves before the gate.
 */
export async function signIn(attempt: Attempt, session: Session): Promise<AttemptFailure | null> {
  const { username, password } = attempt.settings;
  if (username === null) {
    attempt.options.progress.skip(SmtpStep.AUTH, 'no user name is set');
    return null;
  }
  attempt.begin(SmtpStep.AUTH);
  if (password === null) return attempt.fails(SmtpFailureCode.PASSWORD_MISSING);
  const mechanisms = gate(attempt, session);
  if (!Array.isArray(mechanisms)) return mechanisms;

  let reply: SmtpReply | null = null;
  for (const mechanism of mechanisms) {
    reply = await exchange(attempt, session, mechanism, { username, password });
    if (reply.code === 235) {
      attempt.pass(`${mechanism}: ${attempt.say(reply)}`);
      return null;
    }
    if (reply.code !== 504) return attempt.refuses(reply, SmtpStep.AUTH, session.connection);
  }
  const said = reply === null ? {} : { reply, said: attempt.say(reply) };
  return attempt.fails(SmtpFailureCode.AUTH_MECHANISM_NOT_SUPPORTED, { ...aboutOffered(session), ...said });
}

/** The mechanisms that may be used here and now, or the reason why the password stays at home. */
function gate(attempt: Attempt, session: Session): AuthMechanism[] | AttemptFailure {
  const isVerified = session.tls?.verified === true;
  if (!isVerified && !attempt.settings.allowInsecureAuth) {
    return attempt.fails(SmtpFailureCode.INSECURE_AUTH_NOT_ALLOWED);
  }
  const offered = session.capabilities.authMechanisms;
  if (offered === null) return attempt.fails(SmtpFailureCode.AUTH_NOT_OFFERED);
  const usable = usableMechanisms(offered, isVerified);
  if (usable.length > 0) return usable;
  return attempt.fails(SmtpFailureCode.AUTH_MECHANISM_NOT_SUPPORTED, aboutOffered(session));
}

function aboutOffered(session: Session): { about?: string } {
  const offered = session.capabilities.authMechanisms ?? [];
  return offered.length === 0 ? {} : { about: `offered: ${offered.slice(0, 20).join(', ')}` };
}

/**
 * One exchange, to its last reply. A challenge that the mechanism does not have is a violation: such a server might ask
 * for ever.
 */
async function exchange(
  attempt: Attempt,
  session: Session,
  mechanism: AuthMechanism,
  credentials: Credentials,
): Promise<SmtpReply> {
  const { connection } = session;
  const { command, responses } = authExchange(mechanism, credentials);
  let reply = await attempt.ask(connection, command, `AUTH ${mechanism} ***`);
  for (const respond of responses) {
    if (reply.code !== 334) return reply;
    const response = respond(reply.lines[0] ?? '');
    if (response === null) throw connection.end(EndReason.VIOLATION);
    // A digest can be tried against a dictionary, so it is a secret as well.
    if (response.secret !== null) attempt.redaction.add(response.secret);
    reply = await attempt.ask(connection, response.line, '***');
  }
  if (reply.code === 334) throw connection.end(EndReason.VIOLATION);
  return reply;
}
