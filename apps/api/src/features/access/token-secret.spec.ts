import { expect, it } from 'vitest';
import { isTokenSecret, newTokenSecret, shownPrefix, tokenHash } from './token-secret.ts';

it('is known by its prefix and its checksum', () => {
  const secret = newTokenSecret();
  expect(secret).toMatch(/^postroom_[0-9A-Za-z]{49}$/);
  expect(isTokenSecret(secret)).toBe(true);
  expect(shownPrefix(secret)).toMatch(/^postroom_[0-9A-Za-z]{6}$/);
});

it('takes its letters from the random numbers that it is given', () => {
  const zeros = newTokenSecret(() => 0);
  expect(zeros.slice(0, -6)).toBe(`postroom_${'0'.repeat(43)}`);
  expect(isTokenSecret(zeros)).toBe(true);
});

it('is not a token any more with one letter changed, wherever it is', () => {
  const secret = newTokenSecret();
  for (let at = 0; at < secret.length; at += 1) {
    const other = secret.charAt(at) === 'a' ? 'b' : 'a';
    expect(isTokenSecret(secret.slice(0, at) + other + secret.slice(at + 1))).toBe(false);
  }
});

it.each(['', 'postroom_', 'ghp_0123', `${newTokenSecret()}x`, ` ${newTokenSecret()}`])(
  'is not %j',
  (text) => {
    expect(isTokenSecret(text)).toBe(false);
  },
);

it('is never made twice, nor is its hash', () => {
  const secrets = Array.from({ length: 1000 }, () => newTokenSecret());
  expect(new Set(secrets).size).toBe(1000);
  expect(new Set(secrets.map((secret) => tokenHash(secret).toString('hex'))).size).toBe(1000);
});
