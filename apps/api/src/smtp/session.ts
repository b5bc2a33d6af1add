import { noCapabilities, type Capabilities } from './capabilities.ts';
import type { Connection } from './connection.ts';
import type { TlsDetails } from './presented-certificate.ts';

/** A connection with what was learned on it. Signed in when openSession hands it out; many emails may go over it. */
export class Session {
  capabilities: Capabilities = noCapabilities;
  /** null = in clear. */
  tls: TlsDetails | null = null;
  /** StartTLS was wanted (ENABLED), and the connection is in clear. */
  downgraded = false;
  /** In clear; after a handshake servers no longer offer it. */
  startTlsOffered = false;
  /** The presented certificate, where trusting exactly that one would mend its verdict. */
  trustableSha256: string | null = null;
  /** Emails that were begun on it. */
  emails = 0;
  /** An email was given up after MAIL was accepted: RSET comes before the next one. */
  isMidTransaction = false;

  constructor(
    public connection: Connection,
    /** Resolved once and pinned. */
    readonly address: string,
  ) {}

  /**
   * Another email may go over it: it is open, and the server has said nothing meanwhile, were it 421 because it was idle
   * for too long.
   */
  get isReusable(): boolean {
    return this.connection.isUsable && !this.connection.hasUnread;
  }

  get isEncrypted(): boolean {
    return this.tls !== null && this.tls.version !== null;
  }
}
