import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type SmtpServer } from '../smtp-servers/index.ts';
import { contentProblems, emailParties, envelopeOf, type Parties } from './email.rules.ts';
import type { SendEmail } from './email.requests.ts';

const now = new Date('2026-03-01T12:00:00Z');

function aServer(override: Partial<SmtpServer> = {}): SmtpServer {
  return {
    ...DEFAULT_SETTINGS,
    id: '019cac1d-07eb-7abc-8def-0123456789ab',
    kind: 'SMTP',
    name: 'Office',
    hostname: 'smtp.example.org',
    port: 25,
    isDefault: true,
    hasPassword: false,
    passwordChangedAt: null,
    passwordChangedBy: null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    ...override,
  };
}

const anEmail = (override: Partial<SendEmail> = {}): SendEmail => ({
  from: 'ada@example.org',
  to: ['bob@example.net'],
  subject: '',
  ...override,
});

function problemsOf(email: Partial<SendEmail>, server: Partial<SmtpServer> = {}): string[] {
  const parties = emailParties(anEmail(email), aServer(server));
  return Array.isArray(parties) ? parties.map(({ path, code }) => `${path} ${code}`) : [];
}

function partiesOf(email: Partial<SendEmail>, server: Partial<SmtpServer> = {}): Parties {
  const parties = emailParties(anEmail(email), aServer(server));
  if (Array.isArray(parties)) throw new Error(JSON.stringify(parties));
  return parties;
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `bob${n}@example.net`);

describe('the addresses of an email', () => {
  it.each<[Partial<SendEmail>, string[]]>([
    [{ from: null }, ['from REQUIRED']],
    [{ from: 'ada' }, ['from ADDRESS_NOT_VALID']],
    [{ to: [] }, ['to NO_RECIPIENT']],
    [{ to: ['bob'] }, ['to[0] ADDRESS_NOT_VALID']],
    [{ to: ['bob@example.net', 'x@example.net, y@example.net'] }, ['to[1] ADDRESS_NOT_VALID']],
    [{ cc: ['bob\r\nBcc: eve@example.net'] }, ['cc[0] CONTROL_CHARACTER']],
    [{ bcc: ['a b@example.net'] }, ['bcc[0] ADDRESS_NOT_VALID']],
    [{ replyTo: ['@'] }, ['replyTo[0] ADDRESS_NOT_VALID']],
    [{ replyTo: many(21) }, ['replyTo TOO_MANY']],
    [{ to: many(501) }, ['to TOO_MANY']],
    [{ to: many(300), cc: many(150), bcc: many(51) }, ['to TOO_MANY']],
    [
      { from: null, to: ['bob'], cc: ['carl'] },
      ['from REQUIRED', 'to[0] ADDRESS_NOT_VALID', 'cc[0] ADDRESS_NOT_VALID'],
    ],
  ])('%j has these problems: %j', (email, problems) => {
    expect(problemsOf(email)).toEqual(problems);
  });

  it('may be 500, copies counted', () => {
    expect(problemsOf({ to: many(300), cc: many(150), bcc: many(50) })).toEqual([]);
  });

  it('are in copies alone where nobody is in "to"', () => {
    expect(partiesOf({ to: [], bcc: ['bob@example.net'] }).bcc).toHaveLength(1);
  });

  it("come from the server's sender where the email names none", () => {
    const { from } = partiesOf({ from: null }, { defaultFrom: 'Office <office@example.org>' });
    expect(from).toMatchObject({ address: 'office@example.org', displayName: 'Office' });
  });

  it('may be illegal ones that occur in real mail, where the server is not strict', () => {
    const email = { to: ['bob.@example.net'] };
    expect(problemsOf(email)).toHaveLength(1);
    expect(problemsOf(email, { mimeAddressStrict: false })).toEqual([]);
  });

  it('stand once in the envelope, whatever list they stand in', () => {
    const parties = partiesOf({
      to: ['bob@example.net', 'Bob <bob@example.net>'],
      cc: ['carl@example.net'],
      bcc: ['bob@example.net', 'dora@example.net'],
    });
    expect(envelopeOf(parties)).toEqual(['bob@example.net', 'carl@example.net', 'dora@example.net']);
  });
});

describe('a fax', () => {
  const fax = { kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' } as const;

  it('goes to numbers, each of which becomes an address', () => {
    const { to } = partiesOf({ to: ['+39 06 1234567'] }, fax);
    expect(to).toMatchObject([{ address: 'FAX=+39061234567@fax.example.org' }]);
  });

  it('goes to no address, and nobody gets a copy', () => {
    const copies = { cc: ['carl@example.net'], bcc: ['+39 06 1234567'] };
    expect(problemsOf({ to: ['bob@example.net'], ...copies }, fax)).toEqual([
      'to[0] NUMBER_NOT_VALID',
      'cc NOT_FOR_FAX',
      'bcc NOT_FOR_FAX',
    ]);
  });
});

describe('the content of an email', () => {
  const year = 365 * 86_400_000;

  it.each<[Partial<SendEmail>, string[]]>([
    [{ subject: 'x'.repeat(998), text: 'a\tb\r\nc', html: '<p>ä</p>' }, []],
    [{ subject: 'x'.repeat(999) }, ['subject TOO_LONG']],
    [{ subject: 'a\r\nBcc: eve@example.net' }, ['subject CONTROL_CHARACTER']],
    [{ text: 'a\0b' }, ['text CONTROL_CHARACTER']],
    [{ html: 'a\u001bb' }, ['html CONTROL_CHARACTER']],
    [{ text: 'a\ud800b' }, ['text BAD_FORMAT']],
    [{ idempotencyKey: '' }, ['idempotencyKey REQUIRED']],
    [{ idempotencyKey: 'x'.repeat(256) }, ['idempotencyKey TOO_LONG']],
    [{ idempotencyKey: 'a\0b' }, ['idempotencyKey CONTROL_CHARACTER']],
    [{ sendAt: new Date(now.getTime() - year) }, []],
    [{ sendAt: new Date(now.getTime() + year) }, []],
    [{ sendAt: new Date(now.getTime() + 2 * year) }, ['sendAt OUT_OF_RANGE']],
  ])('%j has these problems: %j', (email, problems) => {
    expect(contentProblems(anEmail(email), now).map(({ path, code }) => `${path} ${code}`)).toEqual(problems);
  });
});
