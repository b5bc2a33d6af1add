import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates as bundledWithNode } from 'node:tls';

/** Where distributions keep the roots that their administrators chose. */
const DISTRIBUTION_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt', // Debian, Ubuntu, Alpine, Arch
  '/etc/pki/tls/certs/ca-bundle.crt', // Fedora, RHEL
  '/etc/ssl/ca-bundle.pem', // openSUSE
  '/etc/ssl/cert.pem', // macOS, BSD
];

export interface RootCertificates {
  /** Each certificate once. */
  pems: readonly string[];
  /** Sentences for the operator: a file named in the environment that could not be used. */
  problems: readonly string[];
}

/**
 * The roots of every connection: those of Node.js, the file of SSL_CERT_FILE or else the distribution's bundle, and
 * NODE_EXTRA_CA_CERTS. Read here because a list of one's own replaces all three in Node.js.
 */
export function rootCertificates(env: Readonly<Record<string, string | undefined>>): RootCertificates {
  const problems: string[] = [];
  const named = (variable: string) => {
    const path = env[variable];
    if (path === undefined || path === '') return null;
    const found = certificatesIn(path);
    if (found.length === 0) problems.push(`${variable}: there is no certificate to be read in ${path}.`);
    return found;
  };
  const system =
    named('SSL_CERT_FILE') ?? DISTRIBUTION_BUNDLES.map(certificatesIn).find((all) => all.length > 0);
  const all = [...bundledWithNode, ...(system ?? []), ...(named('NODE_EXTRA_CA_CERTS') ?? [])];
  return { pems: [...new Set(all.map((pem) => pem.trim()))], problems };
}

function certificatesIn(path: string): string[] {
  const blocks = textOf(path).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.filter(isCertificate);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
