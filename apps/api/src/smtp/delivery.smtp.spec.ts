import { greet, hangUp, on, readOnly, say, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { aMail, deliver, smtpSettings } from '../../testing/smtp-fixtures.ts';

type ServerSide = Parameters<ScriptStep['act']>[0];

const hello = greet('220 mail.test ESMTP');

describe('a delivery', () => {
  const to = ['one@example.net', 'jõgeva@example.net', 'three@example.net'];

  it('fails the one recipient that needs SMTPUTF8, and serves the others', async () => {
    const server = await scriptedSmtpServer([hello]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), { ...aMail(), to });
    expect(recipients.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'FAILED', 'ACCEPTED']);
    expect(server.commands.filter((line) => line.startsWith('RCPT'))).toEqual([
      'RCPT TO:<one@example.net>',
      'RCPT TO:<three@example.net>',
    ]);
    await server.close();
  });

  it('defers what was not refused when the connection is lost half way', async () => {
    const server = await scriptedSmtpServer([
      hello,
      on('RCPT', '550 5.1.1 No'),
      on('RCPT', '250 Ok'),
      on('DATA'),
      hangUp(),
    ]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), {
      ...aMail(),
      to: ['one@example.net', 'two@example.net'],
    });
    expect(recipients.map(({ outcome, failure }) => [outcome, failure?.code])).toEqual([
      ['FAILED', 'RECIPIENT_REFUSED'],
      ['DEFERRED', 'CONNECTION_LOST'],
    ]);
    await server.close();
  });

  /** The one leaves together with its dot, the other goes ahead of it. */
  const sizes = [
    ['small', aMail().message],
    ['larger', Buffer.alloc(30_000, 'x\r\n')],
  ] as const;

  /** A server that does something unasked while the delivery is between 354 and its dot. */
  async function whileRecording(message: Buffer, unasked: (connection: ServerSide) => void) {
    let speaker: ServerSide | undefined;
    const goAhead: ScriptStep = {
      verb: 'DATA',
      act: (connection) => {
        speaker = connection;
        connection.answer(['354 Go']);
      },
    };
    const server = await scriptedSmtpServer([hello, goAhead]);
    const outcome = await deliver(
      smtpSettings({ port: server.port }),
      { ...aMail({ message }), to: ['one@example.net'] },
      {
        beforeDot: async ({ connection }) => {
          unasked(speaker!);
          while (connection.isUsable && !connection.hasUnread) await new Promise(setImmediate);
        },
      },
    );
    await server.emptied();
    await server.close();
    expect(server.messages).toEqual([]);
    return outcome.recipients;
  }

  it.each(sizes)(
    'is never taken for accepted by words that come before the dot: a %s email',
    async (_, message) => {
      const words = (connection: ServerSide) => connection.write('250 2.0.0 Accepted\r\n');
      expect(await whileRecording(message, words)).toMatchObject([
        { outcome: 'DEFERRED', failure: { step: 'DATA', code: 'PROTOCOL_VIOLATION' } },
      ]);
    },
  );

  it('is never taken for accepted by words that come while the email is being sent', async () => {
    const server = await scriptedSmtpServer([
      hello,
      on('DATA', '354 Go'),
      readOnly(10),
      say('250 2.0.0 Accepted\r\n'),
    ]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), {
      ...aMail({ message: Buffer.alloc(5_000_000, 'x\r\n') }),
      to: ['one@example.net'],
    });
    expect(recipients).toMatchObject([
      { outcome: 'DEFERRED', failure: { step: 'DATA', code: 'PROTOCOL_VIOLATION' } },
    ]);
    expect(server.messages).toEqual([]);
    await server.close();
  });

  it.each(sizes)(
    'is deferred, not uncertain, when the connection goes while the dot is being recorded: a %s email',
    async (_, message) => {
      expect(await whileRecording(message, (connection) => connection.reset())).toMatchObject([
        { outcome: 'DEFERRED', failure: { step: 'DATA', code: 'CONNECTION_LOST' } },
      ]);
    },
  );

  it('that its owner stops before the dot is not sent', async () => {
    const server = await scriptedSmtpServer([hello]);
    const beforeDot = () => Promise.reject(new Error('the lease is lost'));
    await expect(
      deliver(smtpSettings({ port: server.port }), { ...aMail(), to: ['one@example.net'] }, { beforeDot }),
    ).rejects.toThrow('the lease is lost');
    await server.emptied();
    expect(server.messages).toEqual([]);
    await server.close();
  });

  it('is uncertain only for those whose verdict was still open', async () => {
    const server = await scriptedSmtpServer([hello, on('RCPT', '550 5.1.1 No'), on('.'), hangUp()]);
    const { recipients } = await deliver(smtpSettings({ port: server.port }), {
      ...aMail(),
      to: ['one@example.net', 'two@example.net'],
    });
    expect(recipients.map(({ outcome }) => outcome)).toEqual(['FAILED', 'UNCERTAIN']);
    await server.close();
  });
});
