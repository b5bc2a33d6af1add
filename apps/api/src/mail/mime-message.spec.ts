import { simpleParser, type ParsedMail } from 'mailparser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilenameEncoding } from './filename-encoding.ts';
import { parseMailbox, type Mailbox } from './mailbox.ts';
import { newMessageId } from './message-id.ts';
import { composeMessage, type MailContent } from './mime-message.ts';
import type { MailAttachment } from './mime-parts.ts';

function mailbox(input: string): Mailbox {
  const result = parseMailbox(input, 'lenient');
  if ('code' in result) throw new Error(result.code);
  return result;
}

function aMail(overrides: Partial<MailContent> = {}): MailContent {
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

function anAttachment(overrides: Partial<MailAttachment> = {}): MailAttachment {
  return {
    filename: 'a.pdf',
    contentType: 'application/pdf',
    content: Buffer.from([0, 13, 10, 255]),
    ...overrides,
  };
}

async function composed(overrides: Partial<MailContent> = {}): Promise<{ raw: string; parsed: ParsedMail }> {
  const octets = await composeMessage(aMail(overrides));
  return { raw: octets.toString('utf8'), parsed: await simpleParser(octets) };
}

function headerBlock(raw: string): string {
  return raw.slice(0, raw.indexOf('\r\n\r\n'));
}

describe('a message', () => {
  it('is exactly this', async () => {
    const { raw } = await composed();
    expect(raw.split('\r\n')).toEqual([
      'From: Ada <ada@example.org>',
      'To: bob@example.net',
      'Subject: Hello',
      'Message-ID: <0123456789abcdef@example.org>',
      'Date: Sun, 01 Mar 2026 12:00:00 +0000',
      'Content-Transfer-Encoding: 7bit',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
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
    const { raw, parsed } = await composed({ to, cc: to, replyTo: mailbox('"R, R" <r@example.org>') });
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

describe('an attachment', () => {
  it('arrives to the octet', async () => {
    const content = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7) % 256));
    for (const contentType of [
      'application/pdf',
      'text/plain',
      'text/plain; charset=utf-16',
      'message/rfc822',
      'multipart/mixed',
    ]) {
      const { parsed } = await composed({ attachments: [anAttachment({ content, contentType })] });
      expect(parsed.attachments[0]?.content).toEqual(content);
    }
  });

  it('that is a message travels as octets, since a message may not be encoded', async () => {
    const { raw } = await composed({
      attachments: [anAttachment({ filename: 'a.eml', contentType: 'message/rfc822' })],
    });
    expect(raw).toContain('Content-Type: application/octet-stream;\r\n name="a.eml"\r\n');
  });

  it('may be empty', async () => {
    const { parsed } = await composed({ attachments: [anAttachment({ content: Buffer.alloc(0) })] });
    expect(parsed.attachments[0]).toMatchObject({ filename: 'a.pdf', size: 0 });
  });

  const names = [
    'plain.pdf',
    'two words.pdf',
    'Übersicht (1).pdf',
    "it's 100 %*.pdf",
    '日本語'.repeat(40),
    'q"u\\o;te.pdf',
    '=?utf-8?Q?a?=.pdf',
    '😀.pdf',
    'x'.repeat(200),
  ];
  for (const encoding of Object.values(FilenameEncoding)) {
    it.each(names)(`keeps its name with ${encoding}: %s`, async (filename) => {
      const { raw, parsed } = await composed({
        attachments: [anAttachment({ filename })],
        attachmentFilenameEncoding: encoding,
      });
      expect(parsed.attachments[0]?.filename).toBe(filename);
      expect(raw).not.toMatch(/[^\r\n -~]/);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(90);
    });
  }

  it.each([
    [FilenameEncoding.RFC2231, 'application/pdf', "attachment;\r\n filename*=utf-8''%C3%BC.pdf"],
    [
      FilenameEncoding.RFC2047,
      'application/pdf;\r\n name="=?UTF-8?Q?=C3=BC=2Epdf?="',
      'attachment;\r\n filename="=?UTF-8?Q?=C3=BC=2Epdf?="',
    ],
    [
      FilenameEncoding.BOTH,
      'application/pdf;\r\n name="=?UTF-8?Q?=C3=BC=2Epdf?="',
      "attachment;\r\n filename*=utf-8''%C3%BC.pdf",
    ],
  ])('has its name in ASCII with %s', async (attachmentFilenameEncoding, contentType, disposition) => {
    const { raw } = await composed({
      attachments: [anAttachment({ filename: 'ü.pdf' })],
      attachmentFilenameEncoding,
    });
    expect(raw).toContain(`Content-Type: ${contentType}\r\n`);
    expect(raw).toContain(`Content-Disposition: ${disposition}\r\n`);
  });
});

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
    ['Reply-To', (bad) => ({ replyTo: { ...mailbox('ada@example.org'), displayName: bad } })],
    ['a header name', (bad) => ({ headers: { [`X-A${bad}`]: 'x' } })],
    ['a header value', (bad) => ({ headers: { 'X-A': `x${bad}` } })],
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
    ['a field that is ours', { headers: { Bcc: 'eve@example.com' } }],
    ['a field that ends in a colon', { headers: { 'X-A: b': 'c' } }],
    ['a field without a name', { headers: { '': 'c' } }],
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
    const text = '\r\n.\r\nMAIL FROM:<eve@example.com>\n.\n--=_-Part_1\r\nContent-Type: text/html\r\n';
    const { parsed } = await composed({ text, html: '<p>x</p>' });
    expect(parsed.attachments).toEqual([]);
    expect(parsed.text?.replaceAll('\r\n', '\n')).toContain('--=_-Part_1\nContent-Type: text/html');
  });
});

describe('a Message-ID', () => {
  it('is 128 random bits at the domain', () => {
    const randomBytes = (size: number) => new Uint8Array(size).fill(171);
    expect(newMessageId('example.org', randomBytes)).toBe(`<${'ab'.repeat(16)}@example.org>`);
  });

  it.each([['xn--jgeva-dua.ee'], ['[192.0.2.1]'], ['[IPv6:2001:db8::1]'], ['localhost'], ['ex_ample.org']])(
    'stands for a sender at %s',
    async (domain) => {
      const messageId = newMessageId(domain, (size) => new Uint8Array(size));
      const { parsed } = await composed({ messageId });
      expect(parsed.messageId).toBe(messageId);
    },
  );
});
