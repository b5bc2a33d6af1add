import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What leak scanners find a token by. */
const PREFIX = 'postroom_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 43 letters of 62 are 256 bits. */
const RANDOM_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const SHOWN_LENGTH = 6;
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${String(RANDOM_LENGTH + CHECKSUM_LENGTH)}}$`);

/** `postroom_`, 256 random bits and a checksum, so that a scanner is sure and a slip of the keyboard costs no look-up. */
export function newTokenSecret(random: (max: number) => number = randomInt): string {
  const letters = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET.charAt(random(ALPHABET.length)));
  const body = PREFIX + letters.join('');
  return body + checksum(body);
}

export function isTokenSecret(text: string): boolean {
  return FORM.test(text) && text.slice(-CHECKSUM_LENGTH) === checksum(text.slice(0, -CHECKSUM_LENGTH));
}

/** What is shown of it ever after. */
export function shownPrefix(secret: string): string {
  return secret.slice(0, PREFIX.length + SHOWN_LENGTH);
}

export function tokenHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function checksum(body: string): string {
  let left = crc32(body);
  let text = '';
  while (text.length < CHECKSUM_LENGTH) {
    text = ALPHABET.charAt(left % ALPHABET.length) + text;
    left = Math.floor(left / ALPHABET.length);
  }
  return text;
}
