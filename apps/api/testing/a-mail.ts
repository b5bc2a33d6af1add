import { simpleParser, type ParsedMail } from 'mailparser';
import { parseMailbox, type Mailbox } from '../src/mail/mailbox.ts';
import { composeMessage } from '../src/mail/mime-message.ts';
import type { MailAttachment, MailContent } from '../src/mail/mail-content.ts';

export function mailbox(input: string): Mailbox {
  const result = parseMailbox(input, 'lenient');
  if ('code' in result) throw new Error(result.code);
  return result;
}

export function aMail(overrides: Partial<MailContent> = {}): MailContent {
  return {
    from: mailbox('Ada <ada@example.org>'),
    to: [mailbox('bob@example.net')],
    subject: 'Hello',
    text: 'Hello Bob\n',
    messageId: '<0123456789abcdef@example.org>',
    date: new Date('2026-03-01T12:00:00Z'),
    ...overrides,
  };
}

export function anAttachment(overrides: Partial<MailAttachment> = {}): MailAttachment {
  return {
    filename: 'a.pdf',
    contentType: 'application/pdf',
    content: Buffer.from([0, 13, 10, 255]),
    ...overrides,
  };
}

export async function composed(
  overrides: Partial<MailContent> = {},
): Promise<{ raw: string; parsed: ParsedMail }> {
  const octets = await composeMessage(aMail(overrides));
  return { raw: octets.toString('utf8'), parsed: await simpleParser(octets) };
}
