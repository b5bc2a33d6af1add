import { greet, on, scriptedSmtpServer } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { aMail, converse, credentials, smtpSettings, test } from '../../testing/smtp-fixtures.ts';

const hello = greet('220 mail.test ESMTP');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN LOGIN CRAM-MD5');
const insecure = { ...credentials, allowInsecureAuth: true };

describe('the commands', () => {
  const offers = on('EHLO', '250-mail.test', '250-SIZE 100000', '250-8BITMIME', '250 SMTPUTF8');
  const mailOf = ({ commands }: { commands: string[] }) => commands.find((line) => line.startsWith('MAIL'));

  it('declare the size, and what the content and the addresses need', async () => {
    const message = Buffer.from('Subject: ä\r\n\r\nä\r\n');
    expect(mailOf(await converse([hello, offers], {}, { message }))).toBe(
      'MAIL FROM:<ada@example.org> SIZE=19 BODY=8BITMIME',
    );
    expect(mailOf(await converse([hello, offers], {}, { from: 'ädä@example.org' }))).toContain(' SMTPUTF8');
    expect(mailOf(await converse([hello, offers], {}, { to: 'ädä@example.org' }))).toContain(' SMTPUTF8');
    expect(mailOf(await converse([hello, offers], {}, { needsSmtpUtf8: true }))).toContain(' SMTPUTF8');
    expect(mailOf(await converse([hello, offers], {}, { to: 'bob@bücher.example' }))).not.toContain(
      'SMTPUTF8',
    );
  });

  it('declare nothing that the server does not offer', async () => {
    const message = Buffer.from('Subject: ä\r\n\r\nä\r\n');
    expect(mailOf(await converse([hello], {}, { message }))).toBe('MAIL FROM:<ada@example.org>');
  });

  it('name this machine as the settings say, else by its full name, else by its address', async () => {
    const first = async (ehloName: string | null, machineName: string) =>
      (await converse([hello], { ehloName }, {}, { machineName })).commands[0];
    expect(await first('post.example.org', 'app.example.org')).toBe('EHLO post.example.org');
    expect(await first(null, 'app.example.org')).toBe('EHLO app.example.org');
    expect(await first(null, 'app')).toBe('EHLO [127.0.0.1]');
  });

  it('write an IDN domain as A-label', async () => {
    expect((await converse([hello], {}, { to: 'bob@bücher.example' })).commands).toContain(
      'RCPT TO:<bob@xn--bcher-kva.example>',
    );
  });

  it.each([{ from: 'ada@example.org>\r\nRSET' }, { to: 'bob@example.net> NOTIFY=NEVER' }])(
    'cannot be forged by an address (%j): nothing is even connected to',
    async (mail) => {
      const server = await scriptedSmtpServer([hello]);
      await expect(test(smtpSettings({ port: server.port }), aMail(mail))).rejects.toThrow(TypeError);
      expect(server.connections).toBe(0);
      await server.close();
    },
  );
});

describe('a test that goes', () => {
  const verbs = ({ commands }: { commands: string[] }) => commands.map((line) => line.split(' ')[0]);

  it('to the sign-in leaves without naming anybody', async () => {
    const outcome = await converse([hello, offersAuth], insecure, {}, { depth: 'SIGN_IN' });
    expect(verbs(outcome)).toEqual(
      ['EHLO', 'AUTH', 'RESPONSE', 'QUIT'].filter((verb) => verb !== 'RESPONSE'),
    );
    expect(outcome.steps.filter(({ state }) => state === 'SKIPPED').map(({ name }) => name)).toEqual([
      'TLS',
      'STARTTLS',
      'MAIL',
      'RCPT',
      'DATA',
    ]);
  });

  it('to the recipient sends nothing, and resets', async () => {
    const outcome = await converse([hello], {}, {}, { depth: 'RECIPIENT' });
    expect(verbs(outcome)).toEqual(['EHLO', 'MAIL', 'RCPT', 'RSET', 'QUIT']);
    expect(outcome).toMatchObject({ succeeded: true, acceptedReply: null });
  });

  it('the whole way tells each step as it happens, in order', async () => {
    const told: string[] = [];
    const outcome = await converse(
      [hello],
      {},
      {},
      { onStep: ({ name, state }) => told.push(`${name} ${state}`) },
    );
    expect(told).toEqual([
      'DNS RUNNING',
      'DNS PASSED',
      'CONNECT RUNNING',
      'CONNECT PASSED',
      'TLS SKIPPED',
      'GREETING RUNNING',
      'GREETING PASSED',
      'EHLO RUNNING',
      'EHLO PASSED',
      'STARTTLS SKIPPED',
      'AUTH SKIPPED',
      'MAIL RUNNING',
      'MAIL PASSED',
      'RCPT RUNNING',
      'RCPT PASSED',
      'DATA RUNNING',
      'DATA PASSED',
    ]);
    expect(outcome.steps.map(({ name }) => name)).toEqual([
      'DNS',
      'CONNECT',
      'TLS',
      'GREETING',
      'EHLO',
      'STARTTLS',
      'AUTH',
      'MAIL',
      'RCPT',
      'DATA',
    ]);
    expect(outcome.acceptedReply).toBe('250 2.0.0 Ok: queued as 1');
  });
});
