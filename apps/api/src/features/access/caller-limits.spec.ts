import { describe, expect, it } from 'vitest';
import { parseMailbox, type Mailbox } from '../../mail/mailbox.ts';
import { allowedSender, maySendFrom, mayUseServer } from './caller-limits.ts';

function mailbox(text: string): Mailbox {
  const parsed = parseMailbox(text, 'lenient');
  if (!('address' in parsed)) throw new Error(`${text}: ${parsed.message}`);
  return parsed;
}

describe('what a token may send as has one spelling', () => {
  it.each([
    ['crm@example.org', 'crm@example.org'],
    [' CRM@Example.ORG ', 'crm@example.org'],
    ['@Example.org', '@example.org'],
    ['@müller.example', '@xn--mller-kva.example'],
    ['crm@MÜLLER.example', 'crm@xn--mller-kva.example'],
  ])('%j is %j', (text, spelling) => {
    expect(allowedSender(text)).toBe(spelling);
  });

  it.each([
    '',
    '@',
    'example.org',
    '@localhost',
    '@a b.example',
    'Ada <ada@example.org>',
    'a@x.org, b@x.org',
    '*@example.org.',
  ])('%j is neither an address nor a @domain', (text) => {
    expect(allowedSender(text)).toBeNull();
  });
});

describe('a limited token', () => {
  const limits = (...allowedFrom: string[]) => ({
    allowedFrom: allowedFrom.map((one) => allowedSender(one)!),
  });

  it.each([
    ['@example.org', 'ada@example.org', true],
    ['@example.org', 'Ada <ADA@EXAMPLE.ORG>', true],
    ['@example.org', 'ada@sub.example.org', false],
    ['@example.org', 'ada@notexample.org', false],
    ['@example.org', '"ada@example.org"@evil.example', false],
    ['@example.org', 'ada@example.org.evil.example', false],
    ['@müller.example', 'ada@xn--mller-kva.example', true],
    ['@xn--mller-kva.example', 'ada@Müller.example', true],
    ['ada@example.org', 'ada@example.org', true],
    ['ada@example.org', 'bob@example.org', false],
    ['ada@example.org', 'ada+crm@example.org', false],
  ])('of %s as %s: %s', (allowed, from, may) => {
    expect(maySendFrom(limits(allowed), mailbox(from))).toBe(may);
  });

  it('may send as nobody where nothing is left, and as anybody where there is no limit', () => {
    expect(maySendFrom({ allowedFrom: [] }, mailbox('ada@example.org'))).toBe(false);
    expect(maySendFrom({ allowedFrom: null }, mailbox('ada@example.org'))).toBe(true);
  });

  it('may use no server where nothing is left, and every one where there is no limit', () => {
    expect(mayUseServer({ serverIds: new Set() }, 'a')).toBe(false);
    expect(mayUseServer({ serverIds: new Set(['a']) }, 'a')).toBe(true);
    expect(mayUseServer({ serverIds: null }, 'a')).toBe(true);
  });
});
