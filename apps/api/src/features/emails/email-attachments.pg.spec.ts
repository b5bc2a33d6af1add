import { mailSink, type MailSink } from '@postroom/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { OutboxForTests, anEmail, sender } from '../../../testing/outbox.ts';
import { filenameLines } from '../../../testing/filename-vectors.ts';
import { LinkedFiles, StoredFiles, Uploads, type AttachmentRequest } from '../attachments/index.ts';
import type { InvalidInput } from '../../refusals/refusal.ts';

let outbox: OutboxForTests;
let sink: MailSink;
let uploads: Uploads;
let files: StoredFiles;
beforeAll(async () => {
  outbox = await OutboxForTests.open();
  files = new StoredFiles(outbox.dataSource, outbox.storage);
  uploads = new Uploads({
    dataSource: outbox.dataSource,
    files,
    now: () => new Date(),
    maxBytes: 100_000_000,
  });
  await outbox.startWorker();
  sink = await mailSink();
});
afterAll(async () => {
  await outbox.close();
  await sink.close();
});

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(400_000)]);

function aFile(fields: Partial<AttachmentRequest> = {}): AttachmentRequest {
  return { filename: 'report.pdf', base64: PDF.toString('base64'), ...fields };
}

async function anUpload(content: Buffer, caller = sender): Promise<string> {
  async function* inPieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
  }
  return (await uploads.accept(inPieces(), caller)).uploadId;
}

const arrivals = (id: string) => sink.mails.filter(({ raw }) => raw.includes(id.replaceAll('-', '')));

/** The mail of this email: its id is in the Message-ID. */
async function delivered({ id }: { id: string }) {
  await outbox.until(id, 'ACCEPTED');
  const [mail, ...more] = arrivals(id);
  if (mail === undefined || more.length > 0) throw new Error('it did not arrive once');
  return { raw: mail.raw.toString('latin1'), to: mail.to, parsed: await simpleParser(mail.raw) };
}

async function problems(attachments: AttachmentRequest[], server: { id: string }, caller = sender) {
  const input = anEmail({ server: { id: server.id }, attachments });
  const result = await outbox.services.acceptance.send(input, caller);
  return 'refusal' in result
    ? (result as InvalidInput).problems.map(({ path, code }) => `${path} ${code}`)
    : [];
}

describe('the files of an email', () => {
  it('arrive to the octet, from the mutation and from an upload that many emails share', async () => {
    const server = await outbox.addServer({ port: sink.port });
    const large = randomBytes(1_500_000);
    const uploadId = await anUpload(large);
    const attachments = [
      aFile(),
      { filename: 'photo.png', uploadId, contentId: 'photo' },
      { filename: '../large.bin', uploadId, contentType: 'application/x-large' },
    ];
    const html = '<img src="cid:photo">';
    for (const _ of [1, 2]) {
      const email = await outbox.send({ server: { id: server.id }, html, attachments });
      const { parsed, raw } = await delivered(email);
      expect(
        parsed.attachments.map(({ filename, contentType, cid, content }) => [
          filename,
          contentType,
          cid,
          content.length,
        ]),
      ).toEqual([
        ['photo.png', 'image/png', 'photo', large.length],
        ['report.pdf', 'application/pdf', undefined, PDF.length],
        ['large.bin', 'application/x-large', undefined, large.length],
      ]);
      const [photo, report, rest] = parsed.attachments;
      expect(report?.content.equals(PDF)).toBe(true);
      for (const each of [photo, rest]) expect(each?.content.equals(large)).toBe(true);
      expect(email.sizeBytes).toBe(raw.length);
    }
  });

  it.each([
    ['RFC2231', ['Content-Disposition: attachment;', " filename*=utf-8''%C3%9Cbersicht%20%E2%82%AC.pdf"]],
    [
      'RFC2047',
      ['Content-Disposition: attachment;', ' filename="=?UTF-8?Q?=C3=9Cbersicht_=E2=82=AC=2Epdf?="'],
    ],
    ['BOTH', ['Content-Disposition: attachment;', " filename*=utf-8''%C3%9Cbersicht%20%E2%82%AC.pdf"]],
  ] as const)('have their names as the server is set to write them: %s', async (encoding, lines) => {
    const server = await outbox.addServer({ port: sink.port, attachmentFilenameEncoding: encoding });
    const email = await outbox.send({
      server: { id: server.id },
      attachments: [aFile({ filename: 'C:\\Übersicht €.pdf' })],
    });
    const { raw, parsed } = await delivered(email);
    expect(filenameLines(raw).slice(-2)).toEqual(lines);
    expect(parsed.attachments[0]?.filename).toBe('Übersicht €.pdf');
  });

  it.each([
    [999, []],
    [1000, []],
    [1001, ['attachments ATTACHMENTS_TOO_LARGE']],
  ])('may have as many bytes together as the server takes: %i of 1000', async (bytes, expected) => {
    const server = await outbox.addServer({ port: sink.port, maxAttachmentBytes: 1000 });
    const uploadId = await anUpload(Buffer.alloc(bytes - 100));
    const here = aFile({ base64: Buffer.alloc(100).toString('base64') });
    expect(await problems([here, { filename: 'b', uploadId }], server)).toEqual(expected);
  });

  it('are taken from no upload of somebody else, and from none that has expired', async () => {
    const server = await outbox.addServer({ port: sink.port });
    const uploadId = await anUpload(Buffer.from('x'));
    const attachments = [{ filename: 'a', uploadId }];
    expect(await problems(attachments, server, { ...sender, id: randomUUID() })).toEqual([
      'attachments[0].uploadId UPLOAD_NOT_FOUND',
    ]);
    await outbox.sql(`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = $1`, [uploadId]);
    expect(await problems(attachments, server)).toEqual(['attachments[0].uploadId UPLOAD_NOT_FOUND']);
  });

  it('hinder nothing when their email is sent twice under one key', async () => {
    const server = await outbox.addServer({ port: sink.port });
    const email = { server: { id: server.id }, attachments: [aFile()], idempotencyKey: randomUUID() };
    const [one, other] = await Promise.all([outbox.send(email), outbox.send(email)]);
    expect(one.id).toBe(other.id);
    expect(await outbox.sql('SELECT id FROM attachment WHERE email_id = $1', [one.id])).toHaveLength(1);
  });
});

describe('a server that makes links of attachments', () => {
  const linksOf = (text: string) => [...text.matchAll(/https:\/\/mail\.example\.org\/files\/([\w-]{43})/g)];

  it.each([
    ['both', { text: 'Hello\n-- \nAda\n', html: '<html><body><img src="cid:logo"></body></html>' }],
    ['a text', { text: 'Hello', html: null }],
    ['an html', { text: null, html: '<p>Hello' }],
    ['nothing', { text: null, html: null }],
  ])('sends an email that has %s with links, and what the html shows inside', async (_, body) => {
    const server = await outbox.addServer({
      port: sink.port,
      attachmentAsUrlEnabled: true,
      maxAttachmentBytes: 10,
    });
    const uploadId = await anUpload(PDF);
    const email = await outbox.send({
      server: { id: server.id },
      ...body,
      attachments: [
        aFile({ filename: 'here.pdf' }),
        { filename: 'logo.png', base64: 'QUJD', contentId: 'logo' },
        { filename: 'uploaded <b>.pdf', uploadId },
      ],
    });
    const { raw, parsed } = await delivered(email);
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['logo.png']);
    expect(raw.length).toBeLessThan(10_000);
    const { text = '', html } = parsed;
    // mailparser makes a text of an html where there is none.
    const written = [body.html === null || body.text !== null ? text : '', html || ''].filter(
      (part) => part !== '',
    );
    expect(written).toHaveLength(body.text !== null && body.html !== null ? 2 : 1);
    const links = new LinkedFiles(outbox.dataSource, () => new Date());
    for (const part of written) {
      const tokens = linksOf(part).map(([, token = '']) => token);
      expect(tokens).toHaveLength(2);
      for (const [index, token] of tokens.entries()) {
        const linked = await links.find(token);
        expect(linked?.filename).toBe(['here.pdf', 'uploaded <b>.pdf'][index]);
        const chunks: Buffer[] = [];
        for await (const chunk of await files.open(linked!.file)) chunks.push(chunk as Buffer);
        expect(Buffer.concat(chunks).equals(PDF)).toBe(true);
      }
    }
    const stored = await outbox.sql<{ filename: string; linked: boolean }>(
      'SELECT filename, token_hash IS NOT NULL AS linked FROM attachment WHERE email_id = $1 ORDER BY position',
      [email.id],
    );
    expect(stored.map(({ filename, linked }) => [filename, linked])).toEqual([
      ['here.pdf', true],
      ['logo.png', false],
      ['uploaded <b>.pdf', true],
    ]);
  });
});

describe('a fax', () => {
  it('carries a PDF to one address of its gateway for each number', async () => {
    const server = await outbox.addServer({
      port: sink.port,
      kind: 'FAX',
      faxAddressTemplate: 'FAX={number}@fax.example.org',
    });
    const email = await outbox.send({
      server: { id: server.id },
      to: ['+39 040 226338', '+49 30 1234567/T33S=12'],
      attachments: [aFile()],
    });
    const { to, parsed } = await delivered(email);
    expect(to).toEqual(['FAX=+39040226338@fax.example.org', 'FAX=+49301234567/T33S=12@fax.example.org']);
    expect(parsed.attachments[0]?.content.equals(PDF)).toBe(true);
  });

  it('carries nothing that is no PDF and no TIFF, and has no copies', async () => {
    const server = await outbox.addServer({
      port: sink.port,
      kind: 'FAX',
      faxAddressTemplate: 'FAX={number}@fax.example.org',
    });
    const result = await outbox.services.acceptance.send(
      anEmail({
        server: { id: server.id },
        to: ['+39 040 226338'],
        cc: ['bob@example.net'],
        bcc: ['+39 040 226338'],
        attachments: [aFile({ base64: 'QUJD' })],
      }),
      sender,
    );
    const found =
      'refusal' in result ? (result as InvalidInput).problems.map(({ path, code }) => `${path} ${code}`) : [];
    expect(found).toEqual(
      expect.arrayContaining([
        'cc NOT_FOR_FAX',
        'bcc NOT_FOR_FAX',
        'attachments[0].contentType TYPE_NOT_ALLOWED',
      ]),
    );
  });
});

describe('a stored file that cannot be read', () => {
  const pathOf = ({ directory }: OutboxForTests, id: string) =>
    join(directory, 'attachments', id.slice(0, 2), id.slice(2, 4), id);

  it.each<[string, (path: string) => Promise<void>]>([
    ['is missing', (path) => rm(path)],
    [
      'is damaged',
      async (path) => {
        const octets = await readFile(path);
        octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1;
        await writeFile(path, octets);
      },
    ],
    ['is cut', async (path) => writeFile(path, (await readFile(path)).subarray(0, -1))],
  ])('because it %s is the end of its email, which arrives nowhere', async (_, harm) => {
    // Its worker comes when the file is harmed already.
    const other = await OutboxForTests.open();
    onTestFinished(() => other.close());
    const server = await other.addServer({ port: sink.port });
    const { id } = await other.send({ server: { id: server.id }, attachments: [aFile()] });
    const [message] = await other.sql<{ stored_file_id: string }>('SELECT stored_file_id FROM email_message');
    await harm(pathOf(other, message!.stored_file_id));
    await other.startWorker();
    const { recipients } = await other.until(id, 'FAILED');
    expect(recipients[0]?.failure).toMatchObject({ code: 'MESSAGE_UNREADABLE' });
    expect(arrivals(id)).toEqual([]);
  });

  it('hinders the sending of an upload, and nothing is kept of that email nor of those sent with it', async () => {
    const server = await outbox.addServer({ port: sink.port });
    const uploadId = await anUpload(PDF);
    const [upload] = await outbox.sql<{ stored_file_id: string }>(
      'SELECT stored_file_id FROM upload WHERE id = $1',
      [uploadId],
    );
    await writeFile(pathOf(outbox, upload!.stored_file_id), 'another file');
    const before = await outbox.sql('SELECT id FROM email');
    const emails = [[], [{ filename: 'a.pdf', uploadId }], []].map((attachments) =>
      anEmail({ server: { id: server.id }, attachments }),
    );
    await expect(outbox.services.acceptance.sendAll(emails, sender)).rejects.toThrow('is damaged');
    // What was given to the database before that would be in it by the time of another email's answer.
    const { id } = await outbox.send({ server: { id: server.id } });
    expect(await outbox.sql('SELECT id FROM email WHERE id <> $1', [id])).toEqual(before);
  });
});
