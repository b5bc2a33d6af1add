import { greet, hangUp, on, readOnly, reset, say, scriptedSmtpServer } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { aMail, deliver, smtpSettings } from '../../testing/smtp-fixtures.ts';

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

  it('is never taken for accepted by words that come before the dot, while the email is being sent or recorded', async () => {
    const early = [hello, on('DATA', '354 Go'), readOnly(10), say('250 2.0.0 Accepted\r\n')];
    const whileSending = await scriptedSmtpServer(early);
    const large = { ...aMail({ message: Buffer.alloc(5_000_000, 'x\r\n') }), to: ['one@example.net'] };
    const sent = await deliver(smtpSettings({ port: whileSending.port }), large);
    const whileRecording = await scriptedSmtpServer(early);
    const recorded = await deliver(
      smtpSettings({ port: whileRecording.port }),
      { ...aMail(), to: ['one@example.net'] },
      {
        beforeDot: async ({ connection }) => {
          while (!connection.hasUnread) await new Promise(setImmediate);
        },
      },
    );
    for (const { recipients } of [sent, recorded]) {
      expect(recipients).toMatchObject([
        { outcome: 'DEFERRED', failure: { step: 'DATA', code: 'PROTOCOL_VIOLATION' } },
      ]);
    }
    for (const server of [whileSending, whileRecording]) {
      expect(server.messages).toEqual([]);
      await server.close();
    }
  });

  it('is deferred, not uncertain, when the connection goes while the dot is being recorded', async () => {
    const server = await scriptedSmtpServer([hello, on('DATA', '354 Go'), readOnly(10), reset()]);
    const { recipients } = await deliver(
      smtpSettings({ port: server.port }),
      { ...aMail(), to: ['one@example.net'] },
      {
        beforeDot: async ({ connection }) => {
          while (connection.isUsable) await new Promise(setImmediate);
        },
      },
    );
    expect(recipients).toMatchObject([
      { outcome: 'DEFERRED', failure: { step: 'DATA', code: 'CONNECTION_LOST' } },
    ]);
    await server.close();
  });

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
