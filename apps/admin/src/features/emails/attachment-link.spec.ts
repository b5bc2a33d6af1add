import { expect, it } from 'vitest';
import { linkState } from './attachment-link.ts';

const now = new Date('2026-11-24T12:00:00Z');
const link = { isLink: true, expiresAt: '2026-12-24T12:00:00Z', revokedAt: null };

it.each([
  ['in the email', { isLink: false, expiresAt: null, revokedAt: null }, 'IN_EMAIL'],
  ['behind a link', link, 'OPEN'],
  ['behind a link whose time is over', { ...link, expiresAt: '2026-11-24T12:00:00Z' }, 'ENDED'],
  ['behind a link that was revoked', { ...link, revokedAt: '2026-11-24T11:00:00Z' }, 'REVOKED'],
  [
    'behind a link that was revoked before its end',
    { ...link, expiresAt: '2026-11-24T11:30:00Z', revokedAt: '2026-11-24T11:00:00Z' },
    'REVOKED',
  ],
] as const)('knows a file %s', (_, attachment, state) => {
  expect(linkState(attachment, now)).toBe(state);
});
