import { Secret, TOTP } from 'otpauth';

/** Seconds that one code counts (RFC 6238). */
const PERIOD = 30;

/**
 * What an authenticator app shows, now or so many codes later. Each counts once, and the product takes the next one already, as clocks differ:
 * a journey need not wait for it.
 */
export function oneTimeCode(secret: string, later = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), period: PERIOD });
  return totp.generate({ timestamp: Date.now() + later * PERIOD * 1000 });
}
