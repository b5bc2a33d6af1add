import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failure, failureRules, type FailureFacts } from './failures.ts';
import type { SmtpFailureCode } from './failure-code.ts';

const path = new URL('../../testing/vectors/smtp-faults.json', import.meta.url);
const { codes } = JSON.parse(readFileSync(path, 'utf8')) as {
  codes: Record<SmtpFailureCode, { step: string; email: string | null }>;
};
const names = Object.keys(failureRules) as SmtpFailureCode[];

function facts(override: Partial<FailureFacts> = {}): FailureFacts {
  return {
    step: 'MAIL',
    settings: { hostname: 'mail.test', port: 587, protocol: 'SMTP', startTls: 'ENABLED', timeoutSeconds: 30 },
    encrypted: false,
    startTlsOffered: false,
    trustableSha256: null,
    dotWritten: false,
    ...override,
  };
}

describe('the table of failures', () => {
  it('has the codes of the vectors, and no other', () => {
    expect(names.sort()).toEqual(Object.keys(codes).sort());
  });

  it.each(names)('says of %s what becomes of a queued email', (code) => {
    const words = codes[code].email;
    if (words === null || /^[A-Z]+$/.test(words)) expect(failure(code, facts()).email).toBe(words);
  });

  it.each(names)('says of %s in plain sentences what happened and what to do', (code) => {
    for (const encrypted of [true, false]) {
      const { message, hint, retryable, email } = failure(code, facts({ encrypted }));
      expect(message).toMatch(/^[A-Z].*[.]$/);
      if (code !== 'CANCELLED') expect(hint).toMatch(/^[A-Z].*[.]$/);
      expect(retryable).toBe(email === 'DEFERRED' || code === 'CANCELLED');
    }
  });

  it('defers a temporary refusal of STARTTLS and holds a permanent one', () => {
    const refused = (code: number) =>
      failure('STARTTLS_REFUSED', facts({ reply: { code, enhancedCode: null, lines: [''] } }));
    expect(refused(454).email).toBe('DEFERRED');
    expect(refused(554).email).toBe('HELD');
  });

  it('holds a handshake that failed on cipher or parameters, and defers any other', () => {
    expect(failure('TLS_HANDSHAKE_FAILED', facts({ parametersRefused: true })).email).toBe('HELD');
    expect(failure('TLS_HANDSHAKE_FAILED', facts()).email).toBe('DEFERRED');
  });

  it.each(['PROTOCOL_VIOLATION', 'REPLY_TOO_LONG'] as const)(
    'holds a %s before MAIL, defers it from MAIL on, and is uncertain after the dot',
    (code) => {
      expect(failure(code, facts({ step: 'AUTH' })).email).toBe('HELD');
      expect(failure(code, facts({ step: 'MAIL' })).email).toBe('DEFERRED');
      expect(failure(code, facts({ step: 'DATA' })).email).toBe('DEFERRED');
      expect(failure(code, facts({ step: 'DATA', dotWritten: true })).email).toBe('UNCERTAIN');
    },
  );

  it('offers to require StartTLS only where it would be new, and the connection is in clear', () => {
    const fix = (override: Partial<FailureFacts>) => failure('ENCRYPTION_REQUIRED', facts(override)).fix;
    expect(fix({})).toEqual({ startTls: 'ENABLED_AND_REQUIRED' });
    expect(fix({ encrypted: true })).toBeNull();
    expect(fix({ settings: { ...facts().settings, startTls: 'ENABLED_AND_REQUIRED' } })).toBeNull();
    expect(fix({ settings: { ...facts().settings, protocol: 'SMTPS' } })).toBeNull();
  });

  it('offers StartTLS to a password that stayed at home only where the server offers it', () => {
    const fix = (override: Partial<FailureFacts>) =>
      failure('INSECURE_AUTH_NOT_ALLOWED', facts(override)).fix;
    expect(fix({ startTlsOffered: true })).toEqual({ startTls: 'ENABLED_AND_REQUIRED' });
    expect(fix({})).toBeNull();
    expect(fix({ encrypted: true, trustableSha256: 'AB:CD' })).toEqual({ trustSha256: 'AB:CD' });
  });

  it('never offers anything that weakens', () => {
    for (const code of names) {
      for (const encrypted of [true, false]) {
        const { fix } = failure(code, facts({ encrypted, startTlsOffered: true, trustableSha256: 'AB:CD' }));
        expect([undefined, 'ENABLED_AND_REQUIRED']).toContain(fix?.startTls);
        if (fix?.protocol === 'SMTP') expect(fix.startTls).toBe('ENABLED_AND_REQUIRED');
      }
    }
  });

  it('suggests port 587 where nothing answers on 25', () => {
    const settings = { ...facts().settings, port: 25 };
    expect(failure('CONNECTION_TIMED_OUT', facts({ settings })).fix).toEqual({ port: 587 });
    expect(failure('CONNECTION_TIMED_OUT', facts()).fix).toBeNull();
  });

  it('tells what the server said, and its codes', () => {
    const reply = { code: 550, enhancedCode: '5.1.1', lines: ['5.1.1 No such user'] };
    expect(failure('RECIPIENT_REFUSED', facts({ reply, said: '550 5.1.1 No such user' }))).toMatchObject({
      smtpCode: 550,
      enhancedCode: '5.1.1',
      message: 'The server refused the recipient address. The server said: 550 5.1.1 No such user',
    });
  });
});
