import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { createSecureContext, type SecureContextOptions } from 'node:tls';

/** What the API shows of itself over TLS: both as PEM, intermediate certificates behind the own one. */
export interface TlsIdentity {
  certificate: string;
  key: string;
}

/** null = the API speaks http. `read` gives a variable's value. */
export function readTls(read: (name: string) => string | null, problems: string[]): TlsIdentity | null {
  const [certificate, key] = [read('TLS_CERTIFICATE'), read('TLS_KEY')];
  if (certificate === null && key === null) return null;
  if (certificate === null || key === null) {
    problems.push('TLS_CERTIFICATE and TLS_KEY go together: set both, or neither.');
    return null;
  }
  const problem = problemOf(certificate, key);
  if (problem !== null) problems.push(problem);
  return problem === null ? { certificate, key } : null;
}

/** TLS 1.2 and 1.3, with Node's choice of ciphers (OWASP ASVS 5, 12.1). */
export function secureOptions({ certificate, key }: TlsIdentity): SecureContextOptions {
  return { cert: certificate, key, minVersion: 'TLSv1.2' };
}

function problemOf(certificate: string, key: string): string | null {
  const own = orNull(() => new X509Certificate(certificate));
  if (own === null)
    return 'TLS_CERTIFICATE must be a certificate in PEM form, with those between it and its authority behind it.';
  const privateKey = orNull<KeyObject>(() => createPrivateKey(key));
  if (privateKey === null) return 'TLS_KEY must be a private key in PEM form, without a passphrase.';
  if (!own.checkPrivateKey(privateKey))
    return 'TLS_KEY belongs to another certificate than TLS_CERTIFICATE: the first one in it counts.';
  return orNull(() => createSecureContext(secureOptions({ certificate, key }))) === null
    ? 'TLS_CERTIFICATE is too weak for OpenSSL: use an RSA key of 2048 bits or an elliptic curve, and SHA-256.'
    : null;
}

function orNull<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch {
    return null;
  }
}
