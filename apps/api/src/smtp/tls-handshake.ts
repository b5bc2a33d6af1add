import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { presentedChain, type PresentedCertificate, type TlsDetails } from './presented-certificate.ts';
import type { Redaction } from './redaction.ts';
import type { TrustStore } from './trust-store.ts';

export interface Handshake {
  socket: TLSSocket;
  details: TlsDetails;
  /** Why the certificate does not verify; null = it does. */
  problem: SmtpFailureCode | null;
}

/** A handshake that did not come about. */
export interface HandshakeFailed {
  tooOld: boolean;
  /** The peer's alert blames cipher or parameters. */
  parametersRefused: boolean;
  /** An alert or an old ServerHello came: whatever listens there does speak TLS. */
  peerSpeaksTls: boolean;
  /** An answer came, and it was not TLS. */
  peerSpeaksElse: boolean;
  about: string;
}

const certificateProblems: Readonly<Record<string, SmtpFailureCode>> = {
  CERT_HAS_EXPIRED: SmtpFailureCode.CERTIFICATE_EXPIRED,
  CERT_NOT_YET_VALID: SmtpFailureCode.CERTIFICATE_NOT_YET_VALID,
  ERR_TLS_CERT_ALTNAME_INVALID: SmtpFailureCode.CERTIFICATE_NAME_MISMATCH,
};

/**
 * The client's half of a TLS handshake, and the verdict on the certificate. Nothing is sent before the caller has
 * looked at the verdict. The name is verified against the host name and sent as SNI; an address literal is verified
 * and not sent (RFC 6066 section 3). Throws ConnectionEnded when cancelled.
 */
export function shakeHands(
  socket: Socket,
  options: {
    hostname: string;
    trust: TrustStore;
    timeoutMs: number;
    signal: AbortSignal | null;
    redaction: Redaction;
    now: () => Date;
  },
): Promise<Handshake | HandshakeFailed> {
  const { hostname, trust } = options;
  const secured = connect({
    socket,
    host: hostname,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    secureContext: trust.secureContext,
    // Judged below, because an untrusted certificate is to be shown, and may be the one that was chosen to be trusted.
    rejectUnauthorized: false,
  });
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
      secured.removeAllListeners();
      secured.on('error', () => undefined);
      finish();
    };
    const fail = (failed: HandshakeFailed) => {
      settle(() => {
        secured.destroy();
        socket.destroy();
        resolve(failed);
      });
    };
    const cancel = () => {
      settle(() => {
        secured.destroy();
        reject(new ConnectionEnded(EndReason.CANCELLED));
      });
    };
    const timer = setTimeout(() => {
      fail({ ...handshakeFailure(''), about: 'no answer in time' });
    }, options.timeoutMs);
    options.signal?.addEventListener('abort', cancel);
    secured.once('error', (error: NodeJS.ErrnoException) => {
      fail(handshakeFailure(error.code ?? ''));
    });
    secured.once('close', () => {
      fail(handshakeFailure('ECONNRESET'));
    });
    secured.once('secureConnect', () => {
      settle(() => {
        resolve(verdictOn(secured, trust, options.redaction, options.now()));
      });
    });
    if (options.signal?.aborted === true) cancel();
  });
}

function verdictOn(socket: TLSSocket, trust: TrustStore, redaction: Redaction, now: Date): Handshake {
  const chain = presentedChain(socket, redaction);
  const certificate = chain[0] ?? null;
  const problem =
    certificate !== null && trust.trustsExactly(certificate.sha256)
      ? validityProblem(certificate, now)
      : authorizationProblem(socket);
  const details = {
    version: socket.getProtocol(),
    cipher: socket.getCipher().standardName,
    verified: problem === null,
    certificate,
    chain,
  };
  return { socket, details, problem };
}

function authorizationProblem(socket: TLSSocket): SmtpFailureCode | null {
  if (socket.authorized) return null;
  // The types say Error; Node.js has always stored the code (lib/_tls_wrap.js, onConnectSecure).
  return certificateProblems[String(socket.authorizationError)] ?? SmtpFailureCode.CERTIFICATE_NOT_TRUSTED;
}

function validityProblem(certificate: PresentedCertificate, now: Date): SmtpFailureCode | null {
  if (now > certificate.validTo) return SmtpFailureCode.CERTIFICATE_EXPIRED;
  return now < certificate.validFrom ? SmtpFailureCode.CERTIFICATE_NOT_YET_VALID : null;
}

/** From the error codes that Node.js makes of OpenSSL's reasons; their beginnings differ between versions of OpenSSL. */
export function handshakeFailure(code: string): HandshakeFailed {
  const tooOld = /ALERT_PROTOCOL_VERSION$|^ERR_SSL_(UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW)$/.test(code);
  const peerSpeaksTls = tooOld || /ALERT/.test(code);
  return {
    tooOld,
    parametersRefused: /ALERT_(HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|ILLEGAL_PARAMETER)$/.test(code),
    peerSpeaksTls,
    peerSpeaksElse: code !== '' && !peerSpeaksTls,
    about: aboutError(code),
  };
}

function aboutError(code: string): string {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the server closed the connection';
  if (code.startsWith('ERR_SSL_')) return code.slice('ERR_SSL_'.length).toLowerCase().replaceAll('_', ' ');
  return 'the connection broke';
}
