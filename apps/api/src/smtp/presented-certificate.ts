import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Redaction } from './redaction.ts';
import { sanitise } from './sanitise-reply.ts';

export interface PresentedCertificate {
  subject: string;
  issuer: string;
  names: string[];
  validFrom: Date;
  validTo: Date;
  /** Colon-separated upper-case hex. */
  sha256: string;
  pem: string;
}

export interface TlsDetails {
  /** null = the handshake did not come so far. */
  version: string | null;
  cipher: string | null;
  verified: boolean;
  certificate: PresentedCertificate | null;
  /** As presented, the server's own first. */
  chain: PresentedCertificate[];
}

/** A handshake that began and did not come about. */
export const noTlsDetails: TlsDetails = {
  version: null,
  cipher: null,
  verified: false,
  certificate: null,
  chain: [],
};

/** OpenSSL takes no longer chain either (its default depth is 100); no honest server comes near. */
const MAX_CHAIN = 10;

export function presentedChain(socket: TLSSocket, redaction: Redaction): PresentedCertificate[] {
  const chain: PresentedCertificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next !== undefined && chain.length < MAX_CHAIN) {
    chain.push(presented(next, redaction));
    next = next.issuerCertificate;
  }
  return chain;
}

function presented(certificate: X509Certificate, redaction: Redaction): PresentedCertificate {
  const oneLine = (name: string) => sanitise(name.replaceAll('\n', ', '), redaction);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: namesOf(certificate).map((name) => sanitise(name, redaction)),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    sha256: certificate.fingerprint256,
    pem: certificate.toString(),
  };
}

/** DNS names and addresses; the common name only where there are none (RFC 6125 section 6.4.4). */
function namesOf(certificate: X509Certificate): string[] {
  // Node.js quotes a name, as JSON, where it holds a comma or the like.
  const alternatives = [
    ...(certificate.subjectAltName ?? '').matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g),
  ].map(([, name = '']) => name.replace(/^"|"$/g, ''));
  if (alternatives.length > 0) return alternatives;
  const commonName = /^CN=(.*)$/m.exec(certificate.subject)?.[1];
  return commonName === undefined ? [] : [commonName];
}
