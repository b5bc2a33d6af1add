import { expect, it } from 'vitest';
import { StartTls } from './smtp-settings.ts';
import { nextRung, TlsAttempt } from './tls-policy.ts';

it.each([
  [StartTls.ENABLED, TlsAttempt.NOT_OFFERED, 'IN_CLEAR'],
  [StartTls.ENABLED, TlsAttempt.REFUSED, 'IN_CLEAR'],
  [StartTls.ENABLED, TlsAttempt.HANDSHAKE_FAILED, 'IN_CLEAR_ANEW'],
  [StartTls.ENABLED, TlsAttempt.UNVERIFIED, 'ENCRYPTED_UNVERIFIED'],
  [StartTls.ENABLED_AND_REQUIRED, TlsAttempt.NOT_OFFERED, null],
  [StartTls.ENABLED_AND_REQUIRED, TlsAttempt.REFUSED, null],
  [StartTls.ENABLED_AND_REQUIRED, TlsAttempt.HANDSHAKE_FAILED, null],
  [StartTls.ENABLED_AND_REQUIRED, TlsAttempt.UNVERIFIED, null],
])('with %s, after %s, the next rung is %s', (policy, failed, rung) => {
  expect(nextRung(policy, failed)).toBe(rung);
});
