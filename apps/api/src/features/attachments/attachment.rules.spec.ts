import { describe, expect, it } from 'vitest';
import { ServerKind } from '../smtp-servers/index.ts';
import type { AttachmentRequest, AttachmentSettings } from './attachment.requests.ts';
import { prepareAttachments, type AttachmentRules } from './attachment.rules.ts';
import type { Upload } from './upload.ts';

const MEBIBYTE = 1024 * 1024;
const PDF = Buffer.from('%PDF-1.7 ...');
const TIFF = Buffer.from('II*\0....');

function anUpload(id: string, content: Buffer, sizeBytes = content.length): [string, Upload] {
  return [
    id,
    {
      id,
      file: { id: `file-${id}`, sizeBytes, sha256: Buffer.alloc(32) },
      firstBytes: content.subarray(0, 16),
    },
  ];
}

const ID = '0199c5e8-0000-7000-8000-000000000001';

function rules(server: Partial<AttachmentSettings> = {}, ...uploads: [string, Upload][]): AttachmentRules {
  return {
    server: {
      name: 'Office',
      kind: ServerKind.SMTP,
      attachmentAsUrlEnabled: false,
      maxAttachmentBytes: null,
      ...server,
    },
    uploads: new Map(uploads),
    uploadMaxBytes: 100 * MEBIBYTE,
  };
}

function aFile(fields: Partial<AttachmentRequest> = {}): AttachmentRequest {
  return { filename: 'a.pdf', base64: PDF.toString('base64'), ...fields };
}

function prepared(requests: AttachmentRequest[], given = rules()) {
  const result = prepareAttachments(requests, given);
  if (Array.isArray(result)) throw new Error(JSON.stringify(result));
  return result.attachments;
}

function problems(requests: AttachmentRequest[], given = rules()): string[] {
  const result = prepareAttachments(requests, given);
  return Array.isArray(result) ? result.map(({ path, code }) => `${path} ${code}`) : [];
}

describe('an attachment', () => {
  it('comes with the mutation, or from an upload of the caller', () => {
    const [here, uploaded] = prepared(
      [aFile(), aFile({ base64: null, uploadId: ID.toUpperCase(), filename: 'b.txt' })],
      rules({}, anUpload(ID, Buffer.from('text'))),
    );
    expect(here).toEqual({
      filename: 'a.pdf',
      contentType: 'application/pdf',
      contentId: null,
      content: PDF,
      sizeBytes: PDF.length,
      isLink: false,
    });
    expect(uploaded).toMatchObject({
      contentType: 'text/plain',
      content: { id: `file-${ID}` },
      sizeBytes: 4,
    });
  });

  it('may be empty', () => {
    expect(prepared([aFile({ base64: '' })])).toMatchObject([{ sizeBytes: 0 }]);
  });

  it.each([
    ['nothing', {}, 'base64 REQUIRED'],
    ['both', { base64: '', uploadId: ID }, 'base64 BAD_FORMAT'],
    ['an upload that is not there', { uploadId: ID }, 'uploadId UPLOAD_NOT_FOUND'],
    ['an id that is none', { uploadId: '../../etc/passwd' }, 'uploadId UPLOAD_NOT_FOUND'],
    ['base64 with a line break', { base64: 'QUJD\nQUJD' }, 'base64 NOT_BASE64'],
    ['base64 for addresses', { base64: '-_-_' }, 'base64 NOT_BASE64'],
    ['base64 without its padding', { base64: 'QQ' }, 'base64 NOT_BASE64'],
    ['base64 with bits that say nothing', { base64: 'QR==' }, 'base64 NOT_BASE64'],
    ['base64 with padding in it', { base64: 'QQ==QQ==' }, 'base64 NOT_BASE64'],
    ['a data URL', { base64: 'data:text/plain;base64,QUJD' }, 'base64 NOT_BASE64'],
    ['text', { base64: 'Grüße' }, 'base64 NOT_BASE64'],
  ])('with %s is refused', (_, content, problem) => {
    expect(problems([{ filename: 'a.pdf', ...content }])).toEqual([`attachments[0].${problem}`]);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\Übersicht €.pdf', 'Übersicht €.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a"b\r\nBcc: eve@example.com', 'a"b Bcc: eve@example.com'],
    ['x'.repeat(1000), 'x'.repeat(255)],
  ])('keeps of the name %j: %j', (filename, kept) => {
    expect(prepared([aFile({ filename })])).toMatchObject([{ filename: kept }]);
  });

  it.each([
    ['', 'filename REQUIRED'],
    ['..', 'filename REQUIRED'],
    ['\u202e\u200f', 'filename REQUIRED'],
    ['x'.repeat(1001), 'filename TOO_LONG'],
  ])('is refused where nothing is left of its name, or it is far too long: %j', (filename, problem) => {
    expect(problems([aFile({ filename })])).toEqual([`attachments[0].${problem}`]);
  });

  it.each([
    ['photo.JPG', null, 'image/jpeg'],
    ['Übersicht', null, 'application/octet-stream'],
    ['table.xlsx', null, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['page.html', 'text/html; charset=iso-8859-1', 'text/html; charset=iso-8859-1'],
  ])('named %s and called %j is a %s', (filename, contentType, type) => {
    expect(prepared([aFile({ filename, contentType })])).toMatchObject([{ contentType: type }]);
  });

  it.each([
    ['contentType', 'pdf', 'BAD_FORMAT'],
    ['contentType', 'application/pdf; name=b.exe', 'BAD_FORMAT'],
    ['contentType', 'text/plain\r\nBcc: eve@example.com', 'BAD_FORMAT'],
    ['contentType', `text/${'x'.repeat(250)}`, 'TOO_LONG'],
    ['contentId', '<logo>', 'BAD_FORMAT'],
    ['contentId', 'a b', 'BAD_FORMAT'],
    ['contentId', 'logo\r\nBcc: eve@example.com', 'BAD_FORMAT'],
    ['contentId', '', 'BAD_FORMAT'],
    ['contentId', 'x'.repeat(251), 'TOO_LONG'],
  ])('is refused with the %s %j', (field, value, code) => {
    expect(problems([aFile({ [field]: value })])).toEqual([`attachments[0].${field} ${code}`]);
  });

  it('has a contentId of its own', () => {
    const [logo, other] = ['logo', 'other'];
    expect(
      problems([aFile({ contentId: logo }), aFile({ contentId: other }), aFile({ contentId: logo })]),
    ).toEqual(['attachments[2].contentId BAD_FORMAT']);
  });

  it('is told of with every problem of every file', () => {
    expect(
      problems([aFile(), aFile({ filename: '', contentType: 'x', contentId: ' ', base64: '!' })]),
    ).toEqual([
      'attachments[1].filename REQUIRED',
      'attachments[1].contentType BAD_FORMAT',
      'attachments[1].contentId BAD_FORMAT',
      'attachments[1].base64 NOT_BASE64',
    ]);
  });

  it('is one of a hundred at most', () => {
    expect(problems(Array.from({ length: 100 }, () => aFile()))).toEqual([]);
    expect(problems(Array.from({ length: 101 }, () => aFile()))).toEqual(['attachments TOO_MANY']);
  });
});

describe('the limit of a server', () => {
  const limit = 10 * MEBIBYTE;
  const files = (bytes: number): AttachmentRequest[] => [
    aFile({ base64: Buffer.alloc(1000).toString('base64') }),
    aFile({ base64: Buffer.alloc(24).toString('base64'), contentId: 'logo' }),
    { filename: 'b.bin', uploadId: ID, base64: null },
    { filename: String(bytes), base64: '' },
  ];
  const given = (bytes: number, server: Partial<AttachmentSettings> = {}) =>
    rules({ maxAttachmentBytes: limit, ...server }, anUpload(ID, Buffer.alloc(16), bytes - 1024));

  it.each([
    ['one byte below', limit - 1, []],
    ['equal', limit, []],
    ['one byte above', limit + 1, ['attachments ATTACHMENTS_TOO_LARGE']],
  ])('counts all files of an email together, pictures of the html too: %s', (_, bytes, expected) => {
    expect(problems(files(bytes), given(bytes))).toEqual(expected);
  });

  it('is told with both sizes and the name of the server', () => {
    const [problem] = prepareAttachments(files(limit + 1), given(limit + 1)) as { message: string }[];
    expect(problem?.message).toBe(
      'Attach less: the files have 10 MB (10485761 bytes) together, and the server Office takes ' +
        '10 MB (10485760 bytes) in one email.',
    );
  });

  it('is, where the server has none, what a message can hold; links do not count', () => {
    const most = 1_500_000_000;
    const large = (bytes: number, server: Partial<AttachmentSettings> = {}) => ({
      ...rules({ maxAttachmentBytes: null, ...server }, anUpload(ID, Buffer.alloc(16), bytes - 1024)),
      uploadMaxBytes: 2_000_000_000,
    });
    expect(problems(files(most), large(most))).toEqual([]);
    expect(problems(files(most + 1), large(most + 1))).toEqual(['attachments ATTACHMENTS_TOO_LARGE']);
    expect(problems(files(most + 1), large(most + 1, { attachmentAsUrlEnabled: true }))).toEqual([]);
  });

  it('does not count where attachments become links; the limit for uploads does, for each file', () => {
    const asLinks = { attachmentAsUrlEnabled: true };
    expect(problems(files(limit + 1), given(limit + 1, asLinks))).toEqual([]);
    const tooLarge = { ...given(limit), uploadMaxBytes: 1000 };
    expect(problems([aFile(), aFile({ base64: Buffer.alloc(1000).toString('base64') })], tooLarge)).toEqual(
      [],
    );
    expect(problems([aFile(), aFile({ base64: Buffer.alloc(1001).toString('base64') })], tooLarge)).toEqual([
      'attachments[1] ATTACHMENTS_TOO_LARGE',
    ]);
  });
});

describe('a server that makes links of attachments', () => {
  it('makes one of every file but those that the html shows', () => {
    const requests = [aFile(), aFile({ contentId: 'logo' })];
    expect(prepared(requests, rules({ attachmentAsUrlEnabled: true })).map(({ isLink }) => isLink)).toEqual([
      true,
      false,
    ]);
  });
});

describe('a file for a fax', () => {
  const fax = (...uploads: [string, Upload][]) => rules({ kind: ServerKind.FAX }, ...uploads);

  it.each([
    ['a PDF', PDF, 'a.pdf', null, 'application/pdf'],
    ['a PDF without an ending', PDF, 'invoice', null, 'application/pdf'],
    ['a TIFF', TIFF, 'a.tif', 'image/tiff', 'image/tiff'],
    ['a TIFF in the other order of bytes', Buffer.from('MM\0*....'), 'a', 'IMAGE/TIFF', 'IMAGE/TIFF'],
    ['a TIFF of a fax', TIFF, 'a', 'image/tiff; application=faxbw', 'image/tiff; application=faxbw'],
    ['a PDF of a client that knows no types', PDF, 'a', 'application/octet-stream', 'application/pdf'],
  ])('may be %s', (_, content, filename, contentType, type) => {
    const here = aFile({ base64: content.toString('base64'), filename, contentType });
    const uploaded = { ...here, base64: null, uploadId: ID };
    for (const request of [here, uploaded]) {
      expect(prepared([request], fax(anUpload(ID, content)))).toMatchObject([
        { contentType: type, isLink: false },
      ]);
    }
  });

  it.each([
    ['a text that is named .pdf', Buffer.from('Hello'), 'a.pdf', null],
    ['a text that is called PDF', Buffer.from('Hello'), 'a.pdf', 'application/pdf'],
    ['a PDF that is called TIFF', PDF, 'a.tif', 'image/tiff'],
    ['a PDF that is called a text', PDF, 'a.pdf', 'text/plain'],
    ['a text of a client that knows no types', Buffer.from('Hello'), 'a.pdf', 'application/octet-stream'],
    ['a PDF behind other bytes', Buffer.concat([Buffer.from('x'), PDF]), 'a.pdf', null],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n'), 'a.png', 'image/png'],
    ['nothing', Buffer.alloc(0), 'a.pdf', null],
  ])('is never %s', (_, content, filename, contentType) => {
    const here = aFile({ base64: content.toString('base64'), filename, contentType });
    const uploaded = { ...here, base64: null, uploadId: ID };
    for (const request of [here, uploaded]) {
      expect(problems([request], fax(anUpload(ID, content)))).toEqual([
        'attachments[0].contentType TYPE_NOT_ALLOWED',
      ]);
    }
  });
});
