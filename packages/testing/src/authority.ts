import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 24 * 60 * 60 * 1000;

/** PEM, ready for `tls.createServer`: `cert` begins with the server's own certificate. */
export interface ServerIdentity {
  key: string;
  cert: string;
}

export interface IssueOptions {
  /** Host names and IP addresses. */
  names?: readonly string[];
  validFrom?: Date;
  validTo?: Date;
}

/** A certificate authority of the test's own; what it signs is as real as any other certificate. */
export interface Authority {
  /** For the list of roots, or a file of NODE_EXTRA_CA_CERTS. */
  pem: string;
  issue(options?: IssueOptions): Promise<ServerIdentity>;
  /** An authority below this one. What it issues carries its certificate along, as servers should. */
  intermediate(name?: string): Promise<Authority>;
}

export const expired = { validFrom: new Date(Date.now() - 30 * DAY), validTo: new Date(Date.now() - DAY) };
export const notYetValid = {
  validFrom: new Date(Date.now() + DAY),
  validTo: new Date(Date.now() + 30 * DAY),
};

/** Made out to localhost and 127.0.0.1 unless told otherwise. */
export async function selfSigned(options: IssueOptions = {}): Promise<ServerIdentity> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    { ...serverFields(options), name: subjectOf(options), keys, signingAlgorithm: algorithm },
    webcrypto,
  );
  return { key: await keyPem(keys), cert: certificate.toString('pem') };
}

export async function createAuthority(name = 'Test Authority'): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${name}`,
      serialNumber: serial(),
      ...validity({}),
      keys,
      signingAlgorithm: algorithm,
      extensions: authorityExtensions(),
    },
    webcrypto,
  );
  return authority(certificate, keys, '');
}

function authority(own: x509.X509Certificate, keys: webcrypto.CryptoKeyPair, passedOn: string): Authority {
  const sign = (
    fields: Partial<x509.X509CertificateCreateParams>,
    subject: string,
    publicKey: webcrypto.CryptoKey,
  ) =>
    x509.X509CertificateGenerator.create(
      {
        ...fields,
        subject,
        issuer: own.subject,
        publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
      },
      webcrypto,
    );
  return {
    pem: own.toString('pem'),
    async issue(options = {}) {
      const issued = await newKeys();
      const certificate = await sign(serverFields(options), subjectOf(options), issued.publicKey);
      return { key: await keyPem(issued), cert: `${certificate.toString('pem')}\n${passedOn}` };
    },
    async intermediate(name = 'Test Intermediate') {
      const below = await newKeys();
      const fields = { serialNumber: serial(), ...validity({}), extensions: authorityExtensions() };
      const certificate = await sign(fields, `CN=${name}`, below.publicKey);
      return authority(certificate, below, `${certificate.toString('pem')}\n${passedOn}`);
    },
  };
}

/** Without the certificates that should follow its own: what a badly set up server presents. */
export function withoutIntermediates({ key, cert }: ServerIdentity): ServerIdentity {
  return {
    key,
    cert: cert.slice(0, cert.indexOf('-----END CERTIFICATE-----')) + '-----END CERTIFICATE-----\n',
  };
}

function serverFields(options: IssueOptions) {
  const names = namesOf(options).map((value) => ({
    type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
    value,
  }));
  return {
    serialNumber: serial(),
    ...validity(options),
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
    ],
  };
}

function authorityExtensions() {
  return [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ];
}

function namesOf({ names }: IssueOptions): readonly string[] {
  return names ?? ['localhost', '127.0.0.1'];
}

function subjectOf(options: IssueOptions): string {
  return `CN=${namesOf(options)[0] ?? 'nameless'}`;
}

function validity({ validFrom, validTo }: IssueOptions) {
  return {
    notBefore: validFrom ?? new Date(Date.now() - DAY),
    notAfter: validTo ?? new Date(Date.now() + 30 * DAY),
  };
}

function serial(): string {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(8)))
    .toString('hex')
    .replace(/^./, '1');
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function keyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}
