import { mailSink, SinkSecurity } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { authority, credentials, deliver, smtpSettings, test } from '../../testing/smtp-fixtures.ts';

const message = Buffer.concat([
  Buffer.from('From: Ada <ada@example.org>\r\nSubject: =?utf-8?q?=C3=A4?=\r\n\r\n.\r\n..\r\n.x\r\n\r\n'),
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10 && byte !== 13)),
  Buffer.from(`\r\n${'long line '.repeat(90)}\r\n`.repeat(40)),
]);

describe.each([
  [SinkSecurity.CLEAR, { startTls: 'DISABLED' }],
  [SinkSecurity.STARTTLS, { startTls: 'ENABLED_AND_REQUIRED' }],
  [SinkSecurity.SMTPS, { protocol: 'SMTPS' }],
] as const)('a mail over %s', (security, settings) => {
  it('arrives once, byte by byte, with the envelope that was approved', async () => {
    const sink = await mailSink({ security, identity: await authority.issue() });
    const outcome = await test(smtpSettings({ ...settings, port: sink.port }), {
      from: 'ada@example.org',
      to: 'bob@example.net',
      message,
    });
    const mail = await sink.waitForMail();
    expect(outcome).toMatchObject({
      succeeded: true,
      downgraded: false,
      acceptedReply: '250 OK: message queued',
    });
    expect(mail).toMatchObject({
      from: 'ada@example.org',
      to: ['bob@example.net'],
      isEncrypted: security !== 'CLEAR',
    });
    expect(mail.raw.equals(message)).toBe(true);
    expect(sink.mails).toHaveLength(1);
    await sink.close();
  });

  it('is signed in for where the server wants it', async () => {
    const sink = await mailSink({ security, identity: await authority.issue(), credentials });
    const signedIn = smtpSettings({
      ...settings,
      port: sink.port,
      allowInsecureAuth: security === 'CLEAR',
      ...credentials,
    });
    expect((await test(signedIn)).steps.find(({ name }) => name === 'AUTH')).toMatchObject({
      state: 'PASSED',
      // In clear the mechanism that keeps the password to itself goes first.
      detail: expect.stringMatching(security === 'CLEAR' ? /^CRAM-MD5: 235/ : /^PLAIN: 235/) as string,
    });
    expect((await sink.waitForMail()).username).toBe(credentials.username);
    expect((await test({ ...signedIn, password: 'wrong' })).failure).toMatchObject({
      step: 'AUTH',
      code: 'AUTH_REFUSED',
      smtpCode: 535,
    });
    expect(sink).toMatchObject({ signIns: 2, mails: { length: 1 } });
    await sink.close();
  });
});

it('goes to all recipients in one transaction', async () => {
  const sink = await mailSink();
  const to = ['one@example.net', 'two@example.net', 'three@example.net'];
  const delivery = await deliver(smtpSettings({ port: sink.port }), { from: '', to, message });
  expect(delivery.recipients.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  expect(sink.mails.map((mail) => mail.to)).toEqual([to]);
  await sink.close();
});

it('takes a large mail through as it is', async () => {
  const large = Buffer.concat(Array.from({ length: 500 }, () => message));
  const sink = await mailSink({ security: SinkSecurity.STARTTLS, identity: await authority.issue() });
  await test(smtpSettings({ port: sink.port, startTls: 'ENABLED' }), {
    from: 'ada@example.org',
    to: 'bob@example.net',
    message: large,
  });
  expect((await sink.waitForMail()).raw.equals(large)).toBe(true);
  await sink.close();
});
