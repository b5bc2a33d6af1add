import type { Attempt } from './attempt.ts';
import { Connection } from './connection.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { introduceAgain } from './greet.ts';
import { noTlsDetails, type PresentedCertificate } from './presented-certificate.ts';
import type { Session } from './session.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import { SmtpStep } from './smtp-step.ts';
import { speaksPlain } from './speaks-probe.ts';
import { shakeHands, type Handshake, type HandshakeFailed } from './tls-handshake.ts';
import { nextRung, TlsAttempt } from './tls-policy.ts';

/** TLS from the first byte. SMTPS always verifies: there is no rung below it. */
export async function implicitTls(attempt: Attempt, session: Session): Promise<AttemptFailure | null> {
  attempt.begin(SmtpStep.TLS);
  const shaken = await encrypt(attempt, session);
  if (!('socket' in shaken)) {
    const isPlain = shaken.peerSpeaksElse && (await speaksPlain(attempt, session.address));
    attempt.throwIfCancelled();
    if (!isPlain) return failedHandshake(attempt, shaken);
    session.tls = null;
    return attempt.fails(SmtpFailureCode.SERVER_SPEAKS_PLAIN);
  }
  if (shaken.problem === null) {
    attempt.pass(described(shaken));
    return null;
  }
  session.connection.end(EndReason.LOST);
  return untrusted(attempt, session, shaken.problem);
}

/** The connection is spoilt, and the policy allows a new one in clear. */
export const ANEW = 'ANEW';

/** STARTTLS as the policy wants it: the command, the handshake, the certificate, and EHLO again. */
export async function startTls(
  attempt: Attempt,
  session: Session,
): Promise<AttemptFailure | typeof ANEW | null> {
  const policy = attempt.settings.startTls;
  attempt.begin(SmtpStep.STARTTLS);
  if (!session.capabilities.startTls) {
    if (nextRung(policy, TlsAttempt.NOT_OFFERED) === null)
      return attempt.fails(SmtpFailureCode.STARTTLS_NOT_OFFERED);
    continueInClear(attempt, session, 'The server does not offer StartTLS.');
    return null;
  }
  attempt.tell(session.connection, 'STARTTLS');
  const reply = await attempt.hear(session.connection);
  if (reply.code !== 220) {
    const refused = attempt.refuses(reply, SmtpStep.STARTTLS, session.connection);
    const isRefused = refused.code === SmtpFailureCode.STARTTLS_REFUSED;
    if (!isRefused || nextRung(policy, TlsAttempt.REFUSED) === null) return refused;
    continueInClear(attempt, session, `The server refused StartTLS: ${attempt.say(reply)}`);
    return null;
  }
  const failed = await secure(attempt, session);
  const isHandshake =
    failed?.code === SmtpFailureCode.TLS_HANDSHAKE_FAILED || failed?.code === SmtpFailureCode.TLS_TOO_OLD;
  if (!isHandshake || nextRung(policy, TlsAttempt.HANDSHAKE_FAILED) === null) return failed;
  continueInClear(attempt, session, failed.message);
  return ANEW;
}

/** From the handshake on the session's connection to EHLO inside it. */
async function secure(attempt: Attempt, session: Session): Promise<AttemptFailure | null> {
  const shaken = await encrypt(attempt, session);
  if (!('socket' in shaken)) return failedHandshake(attempt, shaken);
  if (shaken.problem === null) {
    attempt.pass(described(shaken));
  } else {
    const failed = untrusted(attempt, session, shaken.problem);
    if (nextRung(attempt.settings.startTls, TlsAttempt.UNVERIFIED) === null) {
      session.connection.end(EndReason.LOST);
      return failed;
    }
    attempt.options.progress.warn(SmtpStep.STARTTLS, `${described(shaken)}. ${failed.message}`);
  }
  try {
    return await introduceAgain(attempt, session);
  } catch (ended) {
    if (ended instanceof ConnectionEnded) return attempt.ended(ended);
    throw ended;
  }
}

function continueInClear(attempt: Attempt, session: Session, why: string): void {
  session.downgraded = true;
  session.tls = null;
  attempt.options.progress.warn(SmtpStep.STARTTLS, `${why} The connection is in clear.`);
}

/** A handshake on the session's connection, which is the encrypted one afterwards. */
async function encrypt(attempt: Attempt, session: Session): Promise<Handshake | HandshakeFailed> {
  const { settings, options, redaction } = attempt;
  session.tls = noTlsDetails;
  const shaken = await shakeHands(session.connection.detach(), {
    hostname: settings.hostname,
    trust: options.trust,
    timeoutMs: attempt.replyBudget(),
    signal: attempt.signal,
    redaction,
    now: () => options.clock.now(),
  });
  if (!('socket' in shaken)) {
    session.connection.end(EndReason.LOST);
    attempt.transcript.happened(`TLS: ${shaken.about}`);
    return shaken;
  }
  session.connection = new Connection(shaken.socket);
  session.tls = shaken.details;
  if (shaken.problem !== null && canBeTrustedExactly(shaken.problem)) {
    session.trustableSha256 = shaken.details.certificate?.sha256 ?? null;
  }
  attempt.transcript.happened(`TLS: ${described(shaken)}`);
  return shaken;
}

function failedHandshake(
  attempt: Attempt,
  { tooOld, parametersRefused, about }: HandshakeFailed,
): AttemptFailure {
  const code = tooOld ? SmtpFailureCode.TLS_TOO_OLD : SmtpFailureCode.TLS_HANDSHAKE_FAILED;
  return attempt.fails(code, { parametersRefused, about });
}

/** Trusting one certificate does not make it younger. */
function canBeTrustedExactly(problem: SmtpFailureCode): boolean {
  return (
    problem === SmtpFailureCode.CERTIFICATE_NOT_TRUSTED ||
    problem === SmtpFailureCode.CERTIFICATE_NAME_MISMATCH
  );
}

function untrusted(attempt: Attempt, session: Session, problem: SmtpFailureCode): AttemptFailure {
  return attempt.fails(problem, { about: aboutCertificate(session.tls?.certificate ?? null, problem) });
}

function described({ details, problem }: Handshake): string {
  const certificate = problem === null ? 'certificate verified' : 'certificate not verified';
  return `${details.version ?? ''}, ${details.cipher ?? ''}, ${certificate}`;
}

function aboutCertificate(certificate: PresentedCertificate | null, problem: SmtpFailureCode): string {
  if (certificate === null) return 'none was presented';
  switch (problem) {
    case SmtpFailureCode.CERTIFICATE_NAME_MISMATCH:
      return `it names ${certificate.names.slice(0, 10).join(', ')}`;
    case SmtpFailureCode.CERTIFICATE_EXPIRED:
      return `valid to ${certificate.validTo.toISOString()}`;
    case SmtpFailureCode.CERTIFICATE_NOT_YET_VALID:
      return `valid from ${certificate.validFrom.toISOString()}`;
    default:
      return `subject ${certificate.subject}, issuer ${certificate.issuer}`;
  }
}
