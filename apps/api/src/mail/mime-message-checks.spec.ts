import { describe, expect, it } from 'vitest';
import { aMail, anAttachment, composed, mailbox } from '../../testing/a-mail.ts';
import { composeMessage } from './mime-message.ts';
import type { MailAttachment, MailContent } from './mail-content.ts';

describe('what the API must have refused', () => {
  const breaks = [
    '\r\nBcc: eve@example.com',
    '\nBcc: eve@example.com',
    '\rx',
    '\0',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ud800',
    '\x1b[31m',
    '\u202e',
  ];
  const vectors: [string, (bad: string) => Partial<MailContent>][] = [
    ['the subject', (bad) => ({ subject: `a${bad}` })],
    ['the Message-ID', (bad) => ({ messageId: `<a${bad}@b>` })],
    ['a display name', (bad) => ({ from: { ...mailbox('ada@example.org'), displayName: `A${bad}` } })],
    ['an address', (bad) => ({ to: [{ ...mailbox('ada@example.org'), address: `a${bad}@b` }] })],
    ['a copy', (bad) => ({ cc: [{ ...mailbox('ada@example.org'), address: `a@b${bad}` }] })],
    ['Reply-To', (bad) => ({ replyTo: [{ ...mailbox('ada@example.org'), displayName: bad }] })],
    ['a header name', (bad) => ({ headers: [{ name: `X-A${bad}`, value: 'x' }] })],
    ['a header value', (bad) => ({ headers: [{ name: 'X-A', value: `x${bad}` }] })],
    ['a file name', (bad) => ({ attachments: [anAttachment({ filename: `a${bad}.pdf` })] })],
    ['a content type', (bad) => ({ attachments: [anAttachment({ contentType: `application/pdf${bad}` })] })],
    ['a content id', (bad) => ({ attachments: [anAttachment({ contentId: `a${bad}` })] })],
  ];
  it.each(vectors)('never becomes a header through %s', async (_, overrides) => {
    for (const bad of breaks) {
      await expect(composeMessage(aMail(overrides(bad)))).rejects.toThrow(TypeError);
    }
  });

  it.each<[string, Partial<MailContent>]>([
    ['a field that is ours', { headers: [{ name: 'Bcc', value: 'eve@example.com' }] }],
    ['a field that ends in a colon', { headers: [{ name: 'X-A: b', value: 'c' }] }],
    ['a field without a name', { headers: [{ name: '', value: 'c' }] }],
    ['a list as address', { to: [{ ...mailbox('ada@example.org'), address: 'a@b, c@d' }] }],
    ['a name in an address', { to: [{ ...mailbox('ada@example.org'), address: 'x> <c@d' }] }],
    ['a Message-ID with a second one', { messageId: '<a@b> <c@d>' }],
    ['no Message-ID', { messageId: '' }],
    ['no date', { date: new Date(Number.NaN) }],
    [
      'a content type with a name of its own',
      { attachments: [anAttachment({ contentType: 'application/pdf; name=b.exe' })] },
    ],
    [
      'a content type with a boundary in quotes',
      { attachments: [anAttachment({ contentType: 'text/plain; a="b"' })] },
    ],
    ['a content id in brackets', { attachments: [anAttachment({ contentId: '<a>' })] }],
  ])('throws: %s', async (_, overrides) => {
    await expect(composeMessage(aMail(overrides))).rejects.toThrow(TypeError);
  });

  it('reads no file and no URL, whatever an attachment carries beside its content', async () => {
    const hostile = { ...anAttachment(), content: { path: '/etc/passwd' } };
    // A caller without types; the compiler refuses it to everyone else.
    const attachments = [hostile] as unknown as MailAttachment[];
    await expect(composeMessage(aMail({ attachments }))).rejects.toThrow(TypeError);
    const { raw } = await composed({
      attachments: [
        {
          ...anAttachment(),
          ...{ path: '/etc/passwd', href: 'http://127.0.0.1/', raw: 'X: y', headers: { Bcc: 'x' } },
        },
      ],
    });
    expect(raw).not.toMatch(/root:|Bcc|X: y/);
  });

  it('takes the attack for text where it stands in a body', async () => {
    const text =
      '\r\n.\r\nMAIL FROM:<eve@example.com>\n.\n--=_00000000000000000000000000000000_1\r\nContent-Type: text/html\r\n';
    const { parsed } = await composed({ text, html: '<p>x</p>' });
    expect(parsed.attachments).toEqual([]);
    expect(parsed.text?.replaceAll('\r\n', '\n')).toContain(
      '--=_00000000000000000000000000000000_1\nContent-Type: text/html',
    );
  });
});
