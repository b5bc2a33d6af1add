import { describe, expect, it } from 'vitest';
import { anAttachment, composed } from '../../testing/a-mail.ts';
import { FilenameEncoding } from './filename-encoding.ts';

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
