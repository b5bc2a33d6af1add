import { expect, it } from 'vitest';
import { newRecoveryCodes, newTotpSecret, recoveryCodeHash, totpStep, totpUri } from './second-factor.ts';

// RFC 6238 appendix B: the secret "12345678901234567890", SHA-1; the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('takes the code of the RFC at %d s', (seconds, code) => {
  expect(totpStep(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it('takes a code from one step before and one after, and names the step that it belongs to', () => {
  const at = (seconds: number) => totpStep(secret, '287082', new Date(seconds * 1000));
  expect([at(29), at(30), at(89), at(119)]).toEqual([1, 1, 1, null]);
  expect(at(0)).toBe(1);
});

it.each(['', '12345', '1234567', '28708a', '２８７０８２'])('takes %j for no code', (code) => {
  expect(totpStep(secret, code, new Date(59_000))).toBeNull();
});

it('takes a code that is written in two groups', () => {
  expect(totpStep(secret, ' 287 082 ', new Date(59_000))).toBe(1);
});

it('tells an app all it needs', () => {
  const uri = new URL(totpUri(newTotpSecret(), 'ada@example.org'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('issuer')).toBe('Postroom');
  expect(uri.searchParams.get('secret')).toMatch(/^[A-Z2-7]{32}$/);
});

it('makes ten recovery codes of 120 bits, which are the same however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([A-Z2-7]{6}-){3}[A-Z2-7]{6}$/);
    expect(recoveryCodeHash(code.toLowerCase().replaceAll('-', ' '))).toEqual(recoveryCodeHash(code));
  }
});
