import { describe, expect, it } from 'vitest';
import { fixChanges, withFix } from './suggested-fix.ts';

const submission = { protocol: 'SMTP', startTls: 'ENABLED_AND_REQUIRED', port: 587 } as const;
const none = { protocol: null, startTls: null, port: null };

describe('a suggested fix', () => {
  it('is told as a person chooses it: one encryption, one port', () => {
    expect(fixChanges({ ...none, protocol: 'SMTPS' }, submission)).toEqual([
      { setting: 'encryption', before: 'STARTTLS_REQUIRED', after: 'SMTPS' },
    ]);
    expect(fixChanges({ ...none, port: 587 }, { ...submission, port: 25 })).toEqual([
      { setting: 'port', before: 25, after: 587 },
    ]);
  });

  it('is nothing once it was made', () => {
    expect(fixChanges({ ...none, port: 587, startTls: 'ENABLED_AND_REQUIRED' }, submission)).toEqual([]);
  });

  it('leaves what it does not name, the port too', () => {
    expect(withFix({ ...none, protocol: 'SMTPS' }, submission)).toEqual({ ...submission, protocol: 'SMTPS' });
  });
});
