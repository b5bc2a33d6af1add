import { isIPv6 } from 'node:net';
import type { Attempt } from './attempt.ts';
import { capabilitiesOf, noCapabilities } from './capabilities.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { normaliseHostname } from './hostname.ts';
import type { Session } from './session.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import { Protocol } from './smtp-settings.ts';
import { SmtpStep } from './smtp-step.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { speaksTls } from './speaks-probe.ts';

/** GREETING: 220, or the reason why this is no place to talk. */
export async function awaitGreeting(attempt: Attempt, session: Session): Promise<AttemptFailure | null> {
  attempt.begin(SmtpStep.GREETING);
  const greeting = await greetingOf(attempt, session);
  if (greeting === null) return attempt.fails(SmtpFailureCode.SERVER_SPEAKS_TLS);
  if (greeting.code !== 220) return attempt.refuses(greeting, SmtpStep.GREETING, session.connection);
  attempt.expectsQuiet(session.connection, greeting);
  attempt.passSaying(greeting);
  return null;
}

/** null = the port wants TLS at once. A silent one is asked so, beside the waiting, because it will never greet. */
async function greetingOf(attempt: Attempt, session: Session): Promise<SmtpReply | null> {
  const { connection } = session;
  const maySpeakTls = () => attempt.settings.protocol === Protocol.SMTP && !connection.hasHeard;
  let probe: Promise<boolean> | null = null;
  const ask = () => (probe ??= speaksTls(attempt, session.address));
  const suspicion = setTimeout(() => {
    if (!maySpeakTls()) return;
    void ask().then((yes) => {
      if (yes && maySpeakTls()) connection.end(EndReason.TIMED_OUT);
    });
  }, attempt.options.limits.probeAfterMs);
  try {
    return await attempt.hear(connection);
  } catch (ended) {
    const isTimedOut = ended instanceof ConnectionEnded && ended.reason === EndReason.TIMED_OUT;
    if (isTimedOut && maySpeakTls() && (await ask())) return null;
    attempt.throwIfCancelled();
    throw ended;
  } finally {
    clearTimeout(suspicion);
  }
}

/** EHLO: what the server offers. */
export async function introduce(attempt: Attempt, session: Session): Promise<AttemptFailure | null> {
  attempt.begin(SmtpStep.EHLO);
  const reply = await offersOf(attempt, session);
  if (reply.code !== 250) return attempt.refuses(reply, SmtpStep.EHLO, session.connection);
  session.startTlsOffered = session.capabilities.startTls;
  attempt.passSaying(reply);
  return null;
}

/** After STARTTLS nothing said in clear counts (RFC 3207 section 4.2). The step stays as it was, unless this fails. */
export async function introduceAgain(attempt: Attempt, session: Session): Promise<AttemptFailure | null> {
  attempt.step = SmtpStep.EHLO;
  const reply = await offersOf(attempt, session);
  return reply.code === 250 ? null : attempt.refuses(reply, SmtpStep.EHLO, session.connection);
}

/** The reply to EHLO, or to HELO where the server does not know it (RFC 5321 section 3.2). */
async function offersOf(attempt: Attempt, session: Session): Promise<SmtpReply> {
  const { connection } = session;
  const name = ehloName(attempt, connection.localAddress);
  const reply = await attempt.ask(connection, `EHLO ${name}`);
  session.capabilities = reply.code === 250 ? capabilitiesOf(reply.lines) : noCapabilities;
  return reply.code >= 500 ? attempt.ask(connection, `HELO ${name}`) : reply;
}

/** RFC 5321 section 4.1.4: the full name of this machine, else its address as a literal. */
function ehloName({ settings, options }: Attempt, localAddress: string): string {
  if (settings.ehloName !== null) {
    const isLiteral = settings.ehloName.startsWith('[');
    const chosen = (isLiteral ? null : normaliseHostname(settings.ehloName)) ?? settings.ehloName;
    // What is no host name is the server's to judge, as long as it cannot become a second parameter or command.
    if (!/^[\x21-\x7e]+$/.test(chosen)) throw new TypeError('an EHLO name that no rule can have approved');
    return chosen;
  }
  const own = normaliseHostname(options.machineName);
  if (own !== null && own.includes('.') && !isIPv6(own)) return own;
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '');
  return isIPv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}
