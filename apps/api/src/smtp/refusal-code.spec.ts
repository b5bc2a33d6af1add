import { describe, expect, it } from 'vitest';
import { refusalCode, type RefusedWhere } from './refusal-code.ts';
import { enhancedCodeOf } from './smtp-reply.ts';

const code = (said: string, where: Partial<RefusedWhere>) => {
  const text = said.slice(4);
  const reply = {
    code: Number(said.slice(0, 3)),
    enhancedCode: enhancedCodeOf(Number(said.slice(0, 3)), text),
    lines: [text],
  };
  return refusalCode(reply, {
    step: 'MAIL',
    encrypted: false,
    hasCredentials: false,
    dotWritten: false,
    ...where,
  });
};

describe('the failure of a refusal', () => {
  it.each([
    ['GREETING', 'SERVER_BUSY', 'SERVER_REFUSES_CLIENT'],
    ['EHLO', 'SERVER_BUSY', 'EHLO_REFUSED'],
    ['STARTTLS', 'STARTTLS_REFUSED', 'STARTTLS_REFUSED'],
    ['AUTH', 'AUTH_TEMPORARILY_UNAVAILABLE', 'AUTH_REFUSED'],
    ['MAIL', 'SENDER_DEFERRED', 'SENDER_REFUSED'],
    ['RCPT', 'RECIPIENT_DEFERRED', 'RECIPIENT_REFUSED'],
    ['DATA', 'MESSAGE_DEFERRED', 'MESSAGE_REFUSED'],
  ] as const)('at %s is %s for 4yz, %s for 5yz, and SERVER_BUSY for 421', (step, temporary, permanent) => {
    expect(code('451 4.3.0 later', { step })).toBe(temporary);
    expect(code('550 5.7.1 never', { step })).toBe(permanent);
    expect(code('421 4.3.2 closing', { step })).toBe('SERVER_BUSY');
  });

  it('after the final dot is MESSAGE_DEFERRED even for 421', () => {
    expect(code('421 closing', { step: 'DATA', dotWritten: true })).toBe('MESSAGE_DEFERRED');
  });

  it.each([
    '538 encryption required',
    '523 5.7.10 encryption needed',
    '530 5.7.0 Must issue a STARTTLS command first',
    '530 use tls',
  ])('is ENCRYPTION_REQUIRED for %j in clear, wherever it comes', (said) => {
    for (const step of ['GREETING', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const) {
      expect(code(said, { step, hasCredentials: true })).toBe('ENCRYPTION_REQUIRED');
    }
  });

  it('inside TLS takes 530 for a wish to sign in, and 538 still for a wish to encrypt', () => {
    expect(code('530 5.7.0 Must issue a STARTTLS command first', { encrypted: true })).toBe('AUTH_REQUIRED');
    expect(code('538 no', { encrypted: true })).toBe('ENCRYPTION_REQUIRED');
  });

  it('is AUTH_REQUIRED for 530 only where no credentials are set', () => {
    expect(code('530 5.7.0 Authentication required', { step: 'RCPT' })).toBe('AUTH_REQUIRED');
    expect(code('530 5.7.0 Authentication required', { step: 'RCPT', hasCredentials: true })).toBe(
      'RECIPIENT_REFUSED',
    );
    expect(code('530 5.7.0 Authentication required', { step: 'AUTH', hasCredentials: true })).toBe(
      'AUTH_REFUSED',
    );
  });

  it('does not read a TLS out of a word that only contains the letters', () => {
    expect(code('530 see subtleties.example', {})).toBe('AUTH_REQUIRED');
  });

  it('is MESSAGE_TOO_LARGE for 552 5.3.4 to MAIL, DATA and the dot, and for no other 552', () => {
    expect(code('552 5.3.4 too large', { step: 'MAIL' })).toBe('MESSAGE_TOO_LARGE');
    expect(code('552 5.3.4 too large', { step: 'DATA', dotWritten: true })).toBe('MESSAGE_TOO_LARGE');
    expect(code('552 5.2.2 mailbox full', { step: 'RCPT' })).toBe('RECIPIENT_REFUSED');
    expect(code('552 too large', { step: 'DATA' })).toBe('MESSAGE_REFUSED');
  });

  it('to STARTTLS is a refusal of STARTTLS, whatever else the code could mean', () => {
    expect(code('530 TLS? no', { step: 'STARTTLS' })).toBe('STARTTLS_REFUSED');
  });
});
