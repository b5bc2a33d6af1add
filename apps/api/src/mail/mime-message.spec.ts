import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMail, anAttachment, composed, mailbox } from '../../testing/a-mail.ts';
import { composeMessage } from './mime-message.ts';

function headerBlock(raw: string): string {
  return raw.slice(0, raw.indexOf('\r\n\r\n'));
}

describe('a message', () => {
  it('is exactly this', async () => {
    const { raw } = await composed();
    expect(raw.split('\r\n')).toEqual([
      'Date: Sun, 01 Mar 2026 12:00:00 +0000',
      'From: Ada <ada@example.org>',
      'To: bob@example.net',
      'Subject: Hello',
      'Message-ID: <0123456789abcdef@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 7bit',
      '',
      'Hello Bob',
      '',
    ]);
  });

  it('has the same octets whenever it is composed', async () => {
    const mail = aMail({ html: '<p>ü</p>', attachments: [anAttachment()] });
    expect(await composeMessage(mail)).toEqual(await composeMessage(mail));
  });

  it('says nowhere what composed it', async () => {
    const { raw } = await composed({ html: '<p>x</p>', attachments: [anAttachment()] });
    expect(raw).not.toMatch(/nodemailer|_NmP|X-Mailer/i);
  });

  it('may have no recipient in its headers', async () => {
    const { raw } = await composed({ to: [] });
    expect(raw).not.toMatch(/^(To|Cc|Bcc):/m);
  });

  it('ends every line with CRLF and stays in ASCII and below 998 octets, whatever the line ends of the text', async () => {
    const text = `a\nb\r\nc\rd\u0000\n${'long '.repeat(400)}\n${'x'.repeat(3000)}\n.\n`;
    for (const extra of ['', 'ü', '日本語'.repeat(500)]) {
      const { raw, parsed } = await composed({
        text: text + extra,
        html: `<p>${text}${extra}</p>`,
        subject: `s${extra}`,
      });
      expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(raw).not.toMatch(/[^\t\r\n -~]/);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(998);
      expect(parsed.text?.replaceAll('\r\n', '\n')).toContain(
        (text + extra).replace('\r\n', '\n').replace('\r', '\n').trimEnd(),
      );
    }
  });

  it('shows an html part beside the text, with its pictures inside and its files behind', async () => {
    const { parsed, raw } = await composed({
      html: '<img src="cid:logo">',
      attachments: [
        anAttachment({ filename: 'logo.png', contentType: 'image/png', contentId: 'logo' }),
        anAttachment({ filename: 'a.pdf' }),
      ],
    });
    expect([...raw.matchAll(/Content-Type: ([\w/]+)/g)].map(([, type]) => type)).toEqual([
      ...['multipart/mixed', 'multipart/alternative', 'text/plain'],
      ...['multipart/related', 'text/html', 'image/png', 'application/pdf'],
    ]);
    expect(
      parsed.attachments.map(({ filename, contentDisposition, cid }) => [filename, contentDisposition, cid]),
    ).toEqual([
      ['logo.png', 'inline', 'logo'],
      ['a.pdf', 'attachment', undefined],
    ]);
  });

  it('lists a picture as a file where there is no html to show it', async () => {
    const { parsed } = await composed({ attachments: [anAttachment({ contentId: 'logo' })] });
    expect(parsed.attachments.map(({ contentDisposition }) => contentDisposition)).toEqual(['attachment']);
  });
});

describe('addresses', () => {
  it.each([
    ['Ada Lovelace <ada@example.org>', 'Ada Lovelace <ada@example.org>'],
    ['ada@example.org', 'ada@example.org'],
    ['A. Lovelace <ada@example.org>', '"A. Lovelace" <ada@example.org>'],
    ['"Lovelace, \\"Ada\\"" <ada@example.org>', '"Lovelace, \\"Ada\\"" <ada@example.org>'],
    ['Jürg <ada@jõgeva.ee>', '=?UTF-8?Q?J=C3=BCrg?= <ada@xn--jgeva-dua.ee>'],
    ['日本 <ada@example.org>', '=?UTF-8?B?5pel5pys?= <ada@example.org>'],
    ['=?utf-8?Q?a?= <ada@example.org>', '=?UTF-8?Q?=3D=3Futf-8=3FQ=3Fa=3F=3D?= <ada@example.org>'],
    ['ada..lovelace.@Docomo.example.jp', 'ada..lovelace.@Docomo.example.jp'],
    ['"a<b, c"@example.org', '<"a<b, c"@example.org>'],
    ['ada@[IPv6:2001:db8::1]', '<ada@[IPv6:2001:db8::1]>'],
    ['ada@example_1.org', 'ada@example_1.org'],
    ['jögi@jõgeva.ee', 'jögi@xn--jgeva-dua.ee'],
  ])('%s is written as %s', async (input, written) => {
    const { raw } = await composed({ from: mailbox(input), to: [mailbox(input)] });
    expect(raw).toContain(`From: ${written}\r\n`);
    expect(raw).toContain(`To: ${written}\r\n`);
  });

  it('of many recipients are folded and read back one by one', async () => {
    const to = Array.from({ length: 60 }, (_, n) =>
      mailbox(`"Nr. ${String(n)}, Ünit" <unit${String(n)}@example.org>`),
    );
    const { raw, parsed } = await composed({ to, cc: to, replyTo: [mailbox('"R, R" <r@example.org>')] });
    const lines = headerBlock(raw).split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    const read = [parsed.to, parsed.cc].map((header) =>
      (Array.isArray(header) ? header : [header]).flatMap((part) => part?.value ?? []),
    );
    for (const list of read) {
      expect(list.map(({ name, address }) => [name, address])).toEqual(
        to.map(({ displayName, address }) => [displayName, address]),
      );
    }
    expect(parsed.replyTo?.value).toEqual([{ name: 'R, R', address: 'r@example.org' }]);
  });
});

describe('a subject or a name', () => {
  it('arrives as it was typed', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((value) => /^[^\p{C}\u2028\u2029]+$/u.test(value) && value === value.trim());
    const words = fc.array(
      fc.constantFrom(
        'a',
        '=?',
        '?=',
        '=?utf-8?Q?a?=',
        '"',
        ',',
        '  ',
        'ü',
        '😀',
        'x'.repeat(80),
        '_',
        '=41',
        ' ',
      ),
      { minLength: 1 },
    );
    const anyText = fc.oneof(
      text,
      words.map((list) => list.join('').trim()).filter((value) => value !== ''),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const from = { ...mailbox('ada@example.org'), displayName: value };
        const { raw, parsed } = await composed({ subject: value, from });
        expect(raw).not.toMatch(/[^\r\n -~]/);
        expect(parsed.subject).toBe(value);
        expect(parsed.from?.value).toEqual([{ name: value, address: 'ada@example.org' }]);
        expect(
          Math.max(
            ...headerBlock(raw)
              .split('\r\n')
              .map((line) => line.length),
          ),
        ).toBeLessThanOrEqual(90);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
