// The one table of failures. It is longer than other files because it is one: what a code means, what becomes of a
// queued email, what people read and what would mend it stand side by side.
import { EmailOutcome, SmtpFailureCode } from './failure-code.ts';
import { providerHint } from './hints.ts';
import type { AttemptFailure, SuggestedFix } from './smtp-failure.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { Protocol, StartTls, type SmtpSettings } from './smtp-settings.ts';
import { SmtpStep, stepsInOrder } from './smtp-step.ts';

/** What is known where a failure is found. */
export interface FailureFacts {
  step: SmtpStep;
  settings: Pick<SmtpSettings, 'hostname' | 'port' | 'protocol' | 'startTls' | 'timeoutSeconds'>;
  encrypted: boolean;
  startTlsOffered: boolean;
  dotWritten: boolean;
  reply?: SmtpReply;
  /** The reply, sanitised. */
  said?: string;
  /** Names, issuer, dates, mechanisms, sizes: whatever makes the sentence concrete. Sanitised. */
  about?: string;
  /** Of the certificate that was presented, where trusting exactly that one would mend it. */
  trustableSha256: string | null;
  /** The peer's TLS alert blames cipher or parameters: waiting will not help. */
  parametersRefused?: boolean;
}

type Told<Value> = Value | ((facts: FailureFacts) => Value);

interface FailureRule {
  email: Told<EmailOutcome | null>;
  message: Told<string>;
  hint: Told<string | null>;
  fix?: (facts: FailureFacts) => SuggestedFix | null;
}

const { DEFERRED, HELD, FAILED, UNCERTAIN } = EmailOutcome;

const place = ({ settings }: FailureFacts) =>
  `${settings.hostname.includes(':') ? `[${settings.hostname}]` : settings.hostname}:${String(settings.port)}`;
const seconds = ({ settings }: FailureFacts) => `${String(settings.timeoutSeconds)} s`;
const about = (facts: FailureFacts) => (facts.about === undefined ? '' : ` (${facts.about})`);
const reached = (facts: FailureFacts, step: SmtpStep) =>
  stepsInOrder.indexOf(facts.step) >= stepsInOrder.indexOf(step);

/** A server that breaks the rules before it was given an email is the wrong server; later it may be a bad moment. */
const brokenRules = (facts: FailureFacts) => {
  if (facts.dotWritten) return UNCERTAIN;
  return reached(facts, SmtpStep.MAIL) ? DEFERRED : HELD;
};

const submissionPort = ({ settings }: FailureFacts): SuggestedFix | null =>
  settings.port === 25 ? { port: 587 } : null;

const portHint = ({ settings }: FailureFacts) =>
  settings.port === 25
    ? 'Check the host name and the port. Many clouds and providers block port 25: try port 587.'
    : 'Check the host name and the port, and whether a firewall stands between this machine and the server.';

const requireStartTls = ({ settings, encrypted }: FailureFacts): SuggestedFix | null =>
  settings.protocol === Protocol.SMTP && settings.startTls !== StartTls.ENABLED_AND_REQUIRED && !encrypted
    ? { startTls: StartTls.ENABLED_AND_REQUIRED }
    : null;

const startOfferedTls = (facts: FailureFacts): SuggestedFix | null =>
  facts.startTlsOffered ? requireStartTls(facts) : null;

const trustThisOne = ({ trustableSha256 }: FailureFacts): SuggestedFix | null =>
  trustableSha256 === null ? null : { trustSha256: trustableSha256 };

const laterHint = 'This usually passes; try again later. If it lasts, ask the administrator of the server.';
const clockHint = "Have the server's certificate renewed, and check the clock of this machine.";
const oddServerHint =
  'Something between this machine and the server (a proxy, a firewall with mail inspection) may be changing the dialogue, or the server is broken.';

export const failureRules: Readonly<Record<SmtpFailureCode, FailureRule>> = {
  NAME_NOT_FOUND: {
    email: HELD,
    message: ({ settings }) => `The host name "${settings.hostname}" does not exist.`,
    hint: 'Check the spelling of the host name. A name of an internal network is known only to its own DNS servers.',
  },
  NAME_LOOKUP_FAILED: {
    email: DEFERRED,
    message: ({ settings }) => `DNS gave no answer for the host name "${settings.hostname}".`,
    hint: 'Check the DNS servers of this machine and its network connection, then try again.',
  },
  ADDRESS_NOT_ALLOWED: {
    email: HELD,
    message: (facts) => `This installation does not allow connections to ${place(facts)}.`,
    hint: 'Choose another server or port, or have the operator change SMTP_DENIED_NETWORKS or SMTP_ALLOWED_PORTS.',
  },
  CONNECTION_REFUSED: {
    email: DEFERRED,
    message: (facts) => `Nothing listens at ${place(facts)}: the connection was refused${about(facts)}.`,
    hint: portHint,
    fix: submissionPort,
  },
  CONNECTION_TIMED_OUT: {
    email: DEFERRED,
    message: (facts) => `No connection to ${place(facts)} within ${seconds(facts)}${about(facts)}.`,
    hint: portHint,
    fix: submissionPort,
  },
  NETWORK_UNREACHABLE: {
    email: DEFERRED,
    message: (facts) => `There is no way through the network to ${place(facts)}${about(facts)}.`,
    hint: 'Check the network connection, the routes and the firewall of this machine.',
  },
  GREETING_TIMED_OUT: {
    email: DEFERRED,
    message: (facts) => `Connected to ${place(facts)}, but no SMTP greeting came within ${seconds(facts)}.`,
    hint: 'Check the port. Some servers let new clients wait on purpose: a longer timeout helps then.',
  },
  NOT_AN_SMTP_SERVER: {
    email: HELD,
    message: (facts) => `What listens at ${place(facts)} is not an SMTP server.`,
    hint: 'Check the host name and the port: usually 587 or 25 for SMTP, 465 for SMTPS.',
  },
  SERVER_SPEAKS_TLS: {
    email: HELD,
    message: (facts) => `The server at ${place(facts)} expects TLS at once, and SMTP begins in clear.`,
    hint: 'This port starts with TLS: choose SMTPS.',
    fix: () => ({ protocol: Protocol.SMTPS }),
  },
  SERVER_SPEAKS_PLAIN: {
    email: HELD,
    message: (facts) => `The server at ${place(facts)} answers in clear, and SMTPS begins with TLS.`,
    hint: 'This port does not start with TLS: choose SMTP and require StartTLS.',
    fix: () => ({ protocol: Protocol.SMTP, startTls: StartTls.ENABLED_AND_REQUIRED }),
  },
  SERVER_BUSY: {
    email: DEFERRED,
    message: 'The server takes nothing from this machine for now.',
    hint: laterHint,
  },
  SERVER_REFUSES_CLIENT: {
    email: HELD,
    message: 'The server refuses to talk to this machine.',
    hint: 'Ask the administrator of the server to allow the address of this machine, or choose another server.',
  },
  EHLO_REFUSED: {
    email: HELD,
    message: 'The server refuses the name with which this machine introduces itself.',
    hint: 'Set the EHLO name to the full host name of this machine, as DNS knows it.',
  },
  STARTTLS_NOT_OFFERED: {
    email: HELD,
    message: 'StartTLS is required, and the server does not offer it. Nothing was sent.',
    hint: 'Check the port: 587 usually offers StartTLS, 465 is SMTPS. If it was offered before, something in between may be removing it.',
  },
  STARTTLS_REFUSED: {
    email: ({ reply }) => (reply !== undefined && reply.code >= 500 ? HELD : DEFERRED),
    message: 'StartTLS is required, and the server refused to start it. Nothing was sent.',
    hint: 'Try again later; if it lasts, the TLS set-up of the server is incomplete.',
  },
  TLS_HANDSHAKE_FAILED: {
    email: ({ parametersRefused }) => (parametersRefused === true ? HELD : DEFERRED),
    message: (facts) => `Encryption began, and did not come about${about(facts)}.`,
    hint: 'Check the protocol and the port. The server needs TLS 1.2 or newer with a forward-secret cipher (ECDHE or DHE).',
  },
  TLS_TOO_OLD: {
    email: HELD,
    message: 'The server has nothing newer than TLS 1.1, which is no longer safe.',
    hint: 'Have TLS 1.2 or newer switched on at the server.',
  },
  CERTIFICATE_NOT_TRUSTED: {
    email: HELD,
    message: (facts) => `No trusted authority vouches for the certificate of the server${about(facts)}.`,
    hint: 'Compare its SHA-256 fingerprint with the server, then trust this certificate, or add the authority that issued it. A server with an official certificate may have forgotten to send its intermediate one.',
    fix: trustThisOne,
  },
  CERTIFICATE_EXPIRED: {
    email: HELD,
    message: (facts) => `The certificate of the server has expired${about(facts)}.`,
    hint: clockHint,
  },
  CERTIFICATE_NOT_YET_VALID: {
    email: HELD,
    message: (facts) => `The certificate of the server is not valid yet${about(facts)}.`,
    hint: clockHint,
  },
  CERTIFICATE_NAME_MISMATCH: {
    email: HELD,
    message: (facts) =>
      `The certificate of the server is trusted, but not made out to "${facts.settings.hostname}"${about(facts)}.`,
    hint: 'Enter one of the names in the certificate as host name, or trust exactly this certificate for this server.',
    fix: trustThisOne,
  },
  PASSWORD_MISSING: {
    email: HELD,
    message:
      'A user name is set, and its password is missing: it was never entered, or erased when the server changed.',
    hint: 'Enter the password with Change password, or remove the user name.',
  },
  INSECURE_AUTH_NOT_ALLOWED: {
    email: HELD,
    message: ({ encrypted }) =>
      encrypted
        ? 'The password was not sent, because the certificate of the server does not verify.'
        : 'The password was not sent, because the connection is not encrypted.',
    hint: ({ encrypted, startTlsOffered, trustableSha256 }) => {
      if (encrypted && trustableSha256 === null) return clockHint;
      if (encrypted) return 'Trust the certificate of the server, or the authority that issued it.';
      return startTlsOffered
        ? 'The server offers StartTLS: require it.'
        : 'Choose a port with StartTLS (usually 587) or SMTPS (465). Only where the network itself is safe, allow insecure sign-in.';
    },
    fix: (facts) => (facts.encrypted ? trustThisOne(facts) : startOfferedTls(facts)),
  },
  AUTH_NOT_OFFERED: {
    email: HELD,
    message: 'A user name is set, and the server does not offer to sign in. Nothing was sent.',
    hint: ({ encrypted, startTlsOffered }) =>
      !encrypted && startTlsOffered
        ? 'Many servers offer it only after StartTLS: require it.'
        : 'Check the port (587 and 465 are for signing in), or remove the user name.',
    fix: startOfferedTls,
  },
  AUTH_MECHANISM_NOT_SUPPORTED: {
    email: HELD,
    message: (facts) => `The server offers no way to sign in with a password${about(facts)}.`,
    hint: 'Have PLAIN, LOGIN or CRAM-MD5 switched on at the server, or use another provider.',
  },
  AUTH_REFUSED: {
    email: HELD,
    message: 'The server refused the user name or the password.',
    hint: 'Enter the password again; many providers want the full address as user name, and some an app password.',
  },
  AUTH_TEMPORARILY_UNAVAILABLE: {
    email: DEFERRED,
    message: 'The server cannot check the password for now.',
    hint: 'Try again later. Too many tries in a short time can be the reason.',
  },
  AUTH_REQUIRED: {
    email: HELD,
    message: 'The server wants a sign-in first.',
    hint: 'Set the user name and the password.',
  },
  ENCRYPTION_REQUIRED: {
    email: HELD,
    message: 'The server wants encryption first.',
    hint: ({ encrypted }) =>
      encrypted ? 'Ask the administrator of the server what it expects.' : 'Require StartTLS.',
    fix: requireStartTls,
  },
  SENDER_REFUSED: {
    email: FAILED,
    message: 'The server refused the sender address.',
    hint: 'Send from an address that this account or machine may use.',
  },
  SENDER_DEFERRED: {
    email: DEFERRED,
    message: 'The server does not take this sender address for now.',
    hint: laterHint,
  },
  RECIPIENT_REFUSED: {
    email: FAILED,
    message: 'The server refused the recipient address.',
    hint: 'Check the address. If the reply speaks of relaying, the server wants a sign-in first.',
  },
  RECIPIENT_DEFERRED: {
    email: DEFERRED,
    message: 'The server does not take this recipient for now.',
    hint: 'Usual with greylisting or a full mailbox: a later try may pass.',
  },
  MESSAGE_TOO_LARGE: {
    email: FAILED,
    message: (facts) => `The email is larger than the server takes${about(facts)}.`,
    hint: 'Send smaller attachments, or let attachments become download links in the settings of this server.',
  },
  MESSAGE_REFUSED: {
    email: FAILED,
    message: 'The server refused the email.',
    hint: 'The reply of the server says why: often its content, its size or the reputation of the sender.',
  },
  MESSAGE_DEFERRED: {
    email: DEFERRED,
    message: 'The server does not take the email for now.',
    hint: laterHint,
  },
  SMTPUTF8_NOT_SUPPORTED: {
    email: FAILED,
    message: (facts) =>
      `An address with letters beyond ASCII before the @ needs SMTPUTF8, which the server does not offer${about(facts)}.`,
    hint: 'Use an address with ASCII letters, or a server that offers SMTPUTF8.',
  },
  REPLY_TIMED_OUT: {
    email: DEFERRED,
    message: (facts) => `The server did not answer, or took no data, for ${seconds(facts)}.`,
    hint: 'Try again later, or set a longer timeout.',
  },
  CONNECTION_LOST: {
    email: DEFERRED,
    message: 'The server closed the connection without a reply.',
    hint: ({ step }) =>
      step === SmtpStep.GREETING
        ? 'The server may refuse the address of this machine, or a firewall does it in its place.'
        : laterHint,
  },
  REPLY_TOO_LONG: {
    email: brokenRules,
    message: 'The server sent more than 64 KiB in place of a reply; the connection was dropped.',
    hint: oddServerHint,
  },
  PROTOCOL_VIOLATION: {
    email: brokenRules,
    message: 'The server sent something that SMTP does not allow there; the connection was dropped.',
    hint: oddServerHint,
  },
  OUTCOME_UNKNOWN: {
    email: UNCERTAIN,
    message: 'The whole email was sent, and no answer came: it may have been accepted, or not.',
    hint: 'Look whether it arrived before you send it again. A server that checks content for long needs a longer timeout.',
  },
  CANCELLED: {
    email: null,
    message: ({ dotWritten }) =>
      dotWritten ? 'Cancelled. The email was sent already, and may arrive.' : 'Cancelled.',
    hint: null,
  },
};

/** Everything that follows from a code and the facts around it. */
export function failure(code: SmtpFailureCode, facts: FailureFacts): AttemptFailure {
  const rule = failureRules[code];
  const email = told(rule.email, facts);
  const known = facts.reply === undefined ? null : providerHint(facts.reply);
  return {
    step: facts.step,
    code,
    smtpCode: facts.reply?.code ?? null,
    enhancedCode: facts.reply?.enhancedCode ?? null,
    message: told(rule.message, facts) + (facts.said === undefined ? '' : ` The server said: ${facts.said}`),
    hint: known ?? told(rule.hint, facts),
    fix: rule.fix?.(facts) ?? null,
    retryable: email === EmailOutcome.DEFERRED || code === SmtpFailureCode.CANCELLED,
    email,
  };
}

function told<Value extends string | null>(value: Told<Value>, facts: FailureFacts): Value {
  return typeof value === 'function' ? value(facts) : value;
}
