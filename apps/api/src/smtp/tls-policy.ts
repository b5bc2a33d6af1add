import { StartTls } from './smtp-settings.ts';

/** How an attempt to encrypt with STARTTLS can fail. */
export const TlsAttempt = {
  NOT_OFFERED: 'NOT_OFFERED',
  /** 4yz or 5yz to STARTTLS. */
  REFUSED: 'REFUSED',
  /** No common protocol or cipher, closed, garbage, silence. */
  HANDSHAKE_FAILED: 'HANDSHAKE_FAILED',
  /** Encrypted, and the certificate does not verify. */
  UNVERIFIED: 'UNVERIFIED',
} as const;
export type TlsAttempt = (typeof TlsAttempt)[keyof typeof TlsAttempt];

export const Rung = {
  ENCRYPTED_UNVERIFIED: 'ENCRYPTED_UNVERIFIED',
  IN_CLEAR: 'IN_CLEAR',
  /** The old connection is spoilt by the failed handshake. */
  IN_CLEAR_ANEW: 'IN_CLEAR_ANEW',
} as const;
export type Rung = (typeof Rung)[keyof typeof Rung];

/**
 * The next rung after a failed attempt to encrypt, or null when none is left. ENABLED takes what it can get and says
 * so (RFC 7435). ENABLED_AND_REQUIRED never reaches a rung in clear, whatever the server says: an attacker can say
 * 454 too (RFC 3207 section 6). DISABLED makes no attempt.
 */
export function nextRung(policy: StartTls, failed: TlsAttempt): Rung | null {
  if (policy !== StartTls.ENABLED) return null;
  if (failed === TlsAttempt.UNVERIFIED) return Rung.ENCRYPTED_UNVERIFIED;
  return failed === TlsAttempt.HANDSHAKE_FAILED ? Rung.IN_CLEAR_ANEW : Rung.IN_CLEAR;
}
