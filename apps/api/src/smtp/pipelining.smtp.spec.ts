// RFC 2920: what goes out ahead of its replies, and what a server may make of it.
import { fallSilent, greet, hangUp, on, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aMail, deliver, deliveryConnection, smtpSettings, test } from '../../testing/smtp-fixtures.ts';

const hello = greet('220 mail.test ESMTP');
const recipients = (count: number) => Array.from({ length: count }, (_, nth) => `r${nth + 1}@example.net`);

async function started(script: ScriptStep[], offers = ['PIPELINING']) {
  const server = await scriptedSmtpServer([hello, ...script], { offers });
  onTestFinished(() => server.close());
  return server;
}

/** One email to so many recipients, to a server with this script. */
async function delivered(script: ScriptStep[], to: readonly string[] = recipients(1)) {
  const server = await started(script);
  const settings = smtpSettings({ port: server.port, timeoutSeconds: 0.3 });
  const { failure, recipients: outcomes } = await deliver(
    settings,
    { ...aMail(), to },
    { limits: { afterDotMs: 300 } },
  );
  return { server, failure, outcomes: outcomes.map(({ outcome }) => outcome) };
}

describe('where the server offers PIPELINING, a delivery', () => {
  it('says all up to DATA before it hears the first reply', async () => {
    const { outcomes, server } = await delivered(
      [on('MAIL'), on('RCPT'), on('RCPT'), on('DATA', '250 a', '250 b', '250 c', '354 d')],
      recipients(2),
    );
    expect(outcomes).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(server.messages).toHaveLength(1);
  });

  it('says nothing behind the dot before the verdict', async () => {
    const { server, outcomes } = await delivered([on('.'), fallSilent()]);
    expect(outcomes).toEqual(['UNCERTAIN']);
    expect(server.clear.toString()).toMatch(/\r\n\.\r\n$/);
  });

  it('has at most 50 commands ahead of their replies', async () => {
    const { server, outcomes } = await delivered([on('MAIL'), fallSilent()], recipients(120));
    expect(new Set(outcomes)).toEqual(new Set(['DEFERRED']));
    expect(server.commands.slice(1)).toHaveLength(50);
  });

  it('reaches more recipients than that, each with the reply that is its own', async () => {
    const refused = [50, 51, 100, 101, 120];
    const script = Array.from({ length: 120 }, (_, nth) =>
      on('RCPT', refused.includes(nth + 1) ? '550 5.1.1 No' : '250 Ok'),
    );
    const { server, outcomes } = await delivered(script, recipients(120));
    const failed = outcomes.flatMap((outcome, nth) => (outcome === 'FAILED' ? [nth + 1] : []));
    expect(failed).toEqual(refused);
    expect(outcomes.filter((outcome) => outcome === 'ACCEPTED')).toHaveLength(115);
    expect(server.commands.filter((line) => line === 'DATA')).toHaveLength(1);
  });

  it('leaves the recipients that are too many for the server for the next time', async () => {
    const { outcomes } = await delivered(
      [on('RCPT', '250 Ok'), on('RCPT', '452 4.5.3 Too many recipients')],
      recipients(2),
    );
    expect(outcomes).toEqual(['ACCEPTED', 'DEFERRED']);
  });
});

describe('where the server offers no PIPELINING, a delivery', () => {
  it('waits for each reply before it says more', async () => {
    const server = await started([on('MAIL'), fallSilent()], []);
    await deliver(smtpSettings({ port: server.port, timeoutSeconds: 0.3 }), {
      ...aMail(),
      to: ['b@example.net'],
    });
    expect(server.commands).toEqual(['EHLO postroom.example.org', 'MAIL FROM:<ada@example.org>']);
  });
});

describe('a pipelined delivery to a server that', () => {
  it.each<[string, ScriptStep[], string[], string]>([
    [
      'refuses MAIL and all that follows',
      [on('MAIL', '550 No'), on('RCPT', '503 No'), on('RCPT', '503 No'), on('DATA', '503 No')],
      ['FAILED', 'FAILED'],
      'SENDER_REFUSED',
    ],
    ['refuses MAIL and is gone', [on('MAIL', '550 No'), hangUp()], ['FAILED', 'FAILED'], 'SENDER_REFUSED'],
    [
      'refuses MAIL and says no more',
      [on('MAIL', '550 No'), fallSilent()],
      ['FAILED', 'FAILED'],
      'SENDER_REFUSED',
    ],
    ['shuts down at MAIL', [on('MAIL', '421 Bye'), hangUp()], ['DEFERRED', 'DEFERRED'], 'SERVER_BUSY'],
    [
      'shuts down in the middle',
      [on('RCPT', '550 No'), on('RCPT', '421 Bye'), hangUp()],
      ['FAILED', 'DEFERRED'],
      'SERVER_BUSY',
    ],
    [
      'shuts down at DATA',
      [on('RCPT', '550 No'), on('DATA', '421 Bye'), hangUp()],
      ['FAILED', 'DEFERRED'],
      'SERVER_BUSY',
    ],
    [
      'accepts nobody, and no DATA',
      [on('RCPT', '451 Later'), on('RCPT', '550 No'), on('DATA', '554 No recipients')],
      ['DEFERRED', 'FAILED'],
      'RECIPIENT_DEFERRED',
    ],
    ['refuses DATA', [on('DATA', '554 No')], ['FAILED', 'FAILED'], 'MESSAGE_REFUSED'],
    ['says 354 to RCPT', [on('RCPT', '354 Go')], ['DEFERRED', 'DEFERRED'], 'PROTOCOL_VIOLATION'],
    ['says 250 to DATA', [on('DATA', '250 Ok')], ['DEFERRED', 'DEFERRED'], 'PROTOCOL_VIOLATION'],
    [
      'answers once too often',
      [on('MAIL', '250 Ok', '250 Ok')],
      ['DEFERRED', 'DEFERRED'],
      'PROTOCOL_VIOLATION',
    ],
    ['answers DATA twice', [on('DATA', '354 Go', '250 Ok')], ['DEFERRED', 'DEFERRED'], 'PROTOCOL_VIOLATION'],
    ['answers once too seldom', [on('MAIL')], ['DEFERRED', 'DEFERRED'], 'PROTOCOL_VIOLATION'],
    ['leaves DATA unanswered', [on('DATA')], ['DEFERRED', 'DEFERRED'], 'REPLY_TIMED_OUT'],
  ])('%s sends nothing, and tells why', async (_, script, expected, code) => {
    const { server, failure, outcomes } = await delivered(script, recipients(2));
    expect(outcomes).toEqual(expected);
    expect(failure?.code).toBe(code);
    expect(server.messages).toEqual([]);
    expect(server.clear.toString()).not.toContain('Subject');
  });
});

describe('a server that wants the message although nobody may get it', () => {
  const to = recipients(2);

  it('gets an empty one, and its verdict counts for nobody', async () => {
    const server = await started([
      on('RCPT', '550 No'),
      on('RCPT', '451 Later'),
      on('.', '250 2.0.0 Queued as 1'),
    ]);
    const connection = deliveryConnection(smtpSettings({ port: server.port }));
    await connection.open();
    const nobody = await connection.deliver({ ...aMail(), to });
    expect(nobody.recipients.map(({ outcome }) => outcome)).toEqual(['FAILED', 'DEFERRED']);
    expect(nobody).toMatchObject({ acceptedReply: null, failure: { code: 'RECIPIENT_REFUSED' } });
    expect(server.messages.map(String)).toEqual(['']);

    const next = await connection.deliver({ ...aMail(), to });
    expect(next).toMatchObject({ failure: null, acceptedReply: '250 2.0.0 Ok: queued as 1' });
    expect(server.commands).not.toContain('RSET');
    await connection.close();
  });

  it('gets an empty one too where the sender was refused', async () => {
    const { server, outcomes, failure } = await delivered([on('MAIL', '550 No'), on('RCPT', '503 No')]);
    expect(outcomes).toEqual(['FAILED']);
    expect(failure?.code).toBe('SENDER_REFUSED');
    expect(server.messages.map(String)).toEqual(['']);
  });

  it('gets nothing where it accepted a recipient without a sender: he might get the empty one', async () => {
    const { server, outcomes } = await delivered([on('MAIL', '550 No')]);
    expect(outcomes).toEqual(['FAILED']);
    await server.emptied();
    expect(server.messages).toEqual([]);
  });
});

describe('a test email', () => {
  it('says the same words as a delivery, and still tells each step in order', async () => {
    const told: string[] = [];
    const server = await started([]);
    const { succeeded } = await test(smtpSettings({ port: server.port }), aMail(), {
      onStep: ({ name, state }) => told.push(`${name} ${state}`),
    });
    expect(succeeded).toBe(true);
    expect(server.clear.toString()).toContain('<ada@example.org>\r\nRCPT TO:<bob@example.net>\r\nDATA\r\n');
    expect(told.slice(-6)).toEqual([
      'MAIL RUNNING',
      'MAIL PASSED',
      'RCPT RUNNING',
      'RCPT PASSED',
      'DATA RUNNING',
      'DATA PASSED',
    ]);
  });
});
