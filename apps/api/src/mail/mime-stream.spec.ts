import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aMail, anAttachment, mailbox } from '../../testing/a-mail.ts';
import type { MailContent, OctetSource } from './mail-content.ts';
import { composeMessage, composeMessageStream } from './mime-message.ts';

function source(octets: Buffer, chunk = 1000, sizeBytes = octets.length): OctetSource {
  return {
    sizeBytes,
    async *open() {
      for (let at = 0; at < octets.length; at += chunk) yield octets.subarray(at, at + chunk);
    },
  };
}

async function streamed(mail: MailContent): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of composeMessageStream(mail).octets()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a message that is written while its files are read', () => {
  const content = randomBytes(300_000);
  const rest = { html: '<p>ü</p>', subject: 'ü', text: 'Grüße\n' };
  const whole = aMail({
    ...rest,
    attachments: [anAttachment({ content }), anAttachment({ filename: 'b.pdf' })],
  });
  const fromSource = aMail({
    ...rest,
    attachments: [anAttachment({ content: source(content) }), anAttachment({ filename: 'b.pdf' })],
  });

  it('has the same octets as the one that is made at once, each time', async () => {
    const expected = await composeMessage(whole);
    for (const mail of [whole, fromSource, fromSource, aMail(), aMail({ attachments: [anAttachment()] })]) {
      const buffered = await composeMessage(mail);
      expect((await streamed(mail)).equals(buffered)).toBe(true);
      expect(composeMessageStream(mail).sizeBytes).toBe(buffered.length);
    }
    expect((await composeMessage(fromSource)).equals(expected)).toBe(true);
  });

  it('comes in chunks, none of them as long as the file', async () => {
    for (const large of [Buffer.alloc(8_000_000), source(Buffer.alloc(8_000_000), 65_536)]) {
      const mail = aMail({ attachments: [anAttachment({ content: large })] });
      let longest = 0;
      for await (const chunk of composeMessageStream(mail).octets())
        longest = Math.max(longest, chunk.length);
      expect(longest).toBeLessThan(2_000_000);
    }
  });

  it.each([
    ['shorter', 299_999],
    ['longer', 300_001],
  ])('is not whole when a file is %s than was announced', async (_, announced) => {
    const mail = aMail({ attachments: [anAttachment({ content: source(content, 1000, announced) })] });
    await expect(streamed(mail)).rejects.toThrow(TypeError);
  });

  it('ends with the error of its file', async () => {
    const gone = new Error('gone');
    const broken: OctetSource = {
      sizeBytes: 5,
      // eslint-disable-next-line require-yield -- it fails before its first octet
      async *open() {
        throw gone;
      },
    };
    await expect(streamed(aMail({ attachments: [anAttachment({ content: broken })] }))).rejects.toBe(gone);
  });
});

describe('what a message needs of a server', () => {
  it.each<[boolean, string, Partial<MailContent>]>([
    [false, 'text in any script', { subject: '日本', text: '日本', html: '<p>ü</p>' }],
    [false, 'a domain in any script', { to: [mailbox('ada@jõgeva.ee')] }],
    [true, 'a sender', { from: mailbox('jögi@example.org') }],
    [true, 'a recipient', { to: [mailbox('jögi@example.org')] }],
    [true, 'a copy', { cc: [mailbox('jögi@example.org')] }],
    [true, 'where to reply', { replyTo: [mailbox('ada@example.org'), mailbox('jögi@example.org')] }],
  ])('SMTPUTF8: %s, for %s', async (needsSmtpUtf8, _, overrides) => {
    const mail = aMail(overrides);
    expect(composeMessageStream(mail).needsSmtpUtf8).toBe(needsSmtpUtf8);
    expect(/[^\t\r\n -~]/.test((await composeMessage(mail)).toString())).toBe(needsSmtpUtf8);
  });
});
