import { constants } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

// Forward-secret only (ECDHE, DHE). CBC suites stay for TLS 1.2 servers that have nothing else.
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE+AESGCM',
  'ECDHE+CHACHA20',
  'DHE+AESGCM',
  'DHE+CHACHA20',
  'ECDHE+AES',
  'DHE+AES',
  '!aNULL',
  '!eNULL',
  '!PSK',
  '!SRP',
].join(':');

/** What administrators added for a server, beside the roots. */
export interface AddedTrust {
  /** PEM of authorities. */
  authorities?: readonly string[];
  /** Fingerprints (colon-separated upper-case hex) of servers' own certificates, trusted whatever their name. */
  sha256?: readonly string[];
}

/** Whom a connection trusts. Build it once and use it for many connections: reading 150 roots takes milliseconds. */
export class TrustStore {
  readonly #pems: readonly string[];
  readonly #exact: ReadonlySet<string>;
  #context: SecureContext | null = null;

  constructor(roots: readonly string[], added: AddedTrust = {}) {
    this.#pems = [...roots, ...(added.authorities ?? [])];
    this.#exact = new Set(added.sha256);
  }

  get secureContext(): SecureContext {
    this.#context ??= createSecureContext({
      ca: [...this.#pems],
      minVersion: 'TLSv1.2',
      ciphers: CIPHERS,
      // An intermediate authority that somebody chose to trust needs no root above it.
      allowPartialTrustChain: true,
      secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    });
    return this.#context;
  }

  /** The same authorities, read once, and these certificates. */
  withExactly(sha256: readonly string[]): TrustStore {
    const store = new TrustStore(this.#pems, { sha256 });
    store.#context = this.secureContext;
    return store;
  }

  trustsExactly(sha256: string): boolean {
    return this.#exact.has(sha256);
  }
}
