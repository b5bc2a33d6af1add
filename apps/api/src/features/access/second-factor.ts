import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app takes: SHA-1, 6 digits, 30 seconds (RFC 6238). */
const PERIOD_SECONDS = 30;
/** Steps that the clocks of server and app may differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const ISSUER = 'Postroom';
const RECOVERY_CODES = 10;
/** Base32 without what is easily misread (RFC 4648 section 6 has neither 0, 1 nor 8). */
const RECOVERY_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const RECOVERY_LENGTH = 24;

export function newTotpSecret(): string {
  return new Secret({ buffer: Uint8Array.from(randomBytes(SECRET_BYTES)).buffer }).base32;
}

/** For the app, mostly as a QR code. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** The step (30 seconds, counted from 1970) that the code belongs to, or null: it is none of now. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = now.getTime();
  const delta = totp(secret, '').validate({ token: digits, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** 120 random bits each, in groups that can be read aloud. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(RECOVERY_LENGTH)].map((byte) => RECOVERY_ALPHABET.charAt(byte & 31));
    return letters.join('').replace(/.{6}(?=.)/g, '$&-');
  });
}

/** Whatever its case and however it is grouped. */
export function recoveryCodeHash(code: string): Buffer {
  const letters = code.toUpperCase().replace(/[^A-Z2-7]/g, '');
  return createHash('sha256').update(`postroom recovery code\0${letters}`).digest();
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_SECONDS, digits: 6, algorithm: 'SHA1' });
}
