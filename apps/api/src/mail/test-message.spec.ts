import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { mailbox } from '../../testing/a-mail.ts';
import { testMessage, type TestMail } from './test-message.ts';

function aTestMail(overrides: Partial<TestMail> = {}): TestMail {
  return {
    from: mailbox('Ada <ada@example.org>'),
    to: mailbox('bob@example.net'),
    serverName: 'Office',
    messageId: '<1@example.org>',
    date: new Date('2026-03-01T12:00:00Z'),
    ...overrides,
  };
}

describe('the test email', () => {
  it('says who sent it, for which server, and that nothing is to be done', async () => {
    const parsed = await simpleParser(await testMessage(aTestMail({ serverName: 'Büro "1"' })));
    expect(parsed.subject).toBe('Test email: Büro "1"');
    expect(parsed.text).toContain('Postroom');
    expect(parsed.text).toContain('the server "Büro "1""');
    expect(parsed.text).toContain('There is nothing you need to do.');
    expect(parsed.messageId).toBe('<1@example.org>');
    expect(parsed.date).toEqual(new Date('2026-03-01T12:00:00Z'));
  });

  it('names no server where its settings are not saved yet', async () => {
    const parsed = await simpleParser(await testMessage(aTestMail({ serverName: null })));
    expect(parsed.subject).toBe('Test email');
    expect(parsed.text).toContain('to check an SMTP server.');
  });

  it('is plain text that any server takes: no encoding where the name of the server needs none', async () => {
    const raw = (await testMessage(aTestMail())).toString();
    expect(raw).toContain('Content-Transfer-Encoding: 7bit\r\n');
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('is not made with a server name that would end a header', async () => {
    await expect(testMessage(aTestMail({ serverName: 'a\r\nBcc: eve@example.com' }))).rejects.toThrow(
      TypeError,
    );
  });
});
