import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Of the text, not of the octets that it stands for: base64url writes those in more than one way. */
export function linkTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether it can be a token at all. */
export function isLinkToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
