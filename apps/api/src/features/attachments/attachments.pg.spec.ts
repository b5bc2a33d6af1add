import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../../testing/app-for-tests.ts';
import { aPreparedAttachment, AttachmentFixtures } from '../../../testing/attachment-fixtures.ts';
import { aMail } from '../../../testing/a-mail.ts';
import { composeMessageStream } from '../../mail/mime-message.ts';
import type { Caller } from '../access/index.ts';
import { AuditLog } from '../audit/index.ts';
import { Attachments } from './attachments.service.ts';
import { Uploads } from './uploads.service.ts';

let app: AppForTests;
let client: GraphqlClient;
let fixtures: AttachmentFixtures;
let uploads: Uploads;
beforeAll(async () => {
  ({ app, client } = await startSignedIn());
  fixtures = await AttachmentFixtures.open(app);
  uploads = new Uploads({
    dataSource: fixtures.dataSource,
    files: fixtures.files,
    now: () => new Date(),
    maxBytes: 1_000_000,
  });
});
afterAll(async () => {
  await fixtures.close();
  await app.close();
});

const ada = { id: randomUUID() };

async function* inTwo(content: Buffer): AsyncGenerator<Buffer> {
  yield content.subarray(0, 5);
  yield content.subarray(5);
}

it('tells the limits of the deployment before a file is sent', async () => {
  expect(await client.field('{ attachmentLimits { uploadMaxBytes linkDays } }')).toEqual({
    uploadMaxBytes: 104_857_600,
    linkDays: 30,
  });
});

describe('an upload', () => {
  const named = (uploadId: string, caller = ada) =>
    uploads.namedBy([{ filename: 'a', uploadId }], caller).then((found) => [...found.values()]);

  it('is found by its owner alone, as often as wanted, until it expires', async () => {
    const { uploadId, sha256 } = await uploads.accept(inTwo(Buffer.from('%PDF-1.7 and more')), ada);
    for (const id of [uploadId, uploadId.toUpperCase()]) {
      const [upload] = await named(id);
      expect(upload?.file).toMatchObject({ sizeBytes: 17, sha256: Buffer.from(sha256, 'hex') });
      expect(upload?.firstBytes.toString()).toBe('%PDF-1.7 and mor');
    }
    expect(await named(uploadId, { id: randomUUID() })).toEqual([]);
    expect(await named(randomUUID())).toEqual([]);
    expect(await named("' OR true --")).toEqual([]);
    await fixtures.rows(`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      uploadId,
    ]);
    expect(await named(uploadId)).toEqual([]);
  });

  it('is looked up with all others that some emails name, in one go', async () => {
    const two = await Promise.all([1, 2].map(() => uploads.accept(inTwo(randomBytes(10)), ada)));
    const requests = [...two, ...two].map(({ uploadId }) => ({ filename: 'a', uploadId }));
    const found = await uploads.namedBy([...requests, { filename: 'b', base64: '' }], ada);
    expect([...found.keys()].toSorted()).toEqual(two.map(({ uploadId }) => uploadId).toSorted());
  });

  it('that fails keeps neither row nor file', async () => {
    const before = [await fixtures.rows('SELECT id FROM stored_file'), await fixtures.stored()];
    await expect(uploads.accept(inTwo(Buffer.alloc(1_000_001)), ada)).rejects.toThrow('too large');
    expect([await fixtures.rows('SELECT id FROM stored_file'), await fixtures.stored()]).toEqual(before);
  });
});

describe('the attachments of an email that is accepted', () => {
  it('travel with it, from the mutation or from an upload', async () => {
    const content = randomBytes(500_000);
    const { uploadId } = await uploads.accept(inTwo(content), ada);
    const upload = (await uploads.namedBy([{ filename: 'a', uploadId }], ada)).get(uploadId)!;
    const { parts, links, emailId } = await fixtures.accept([
      aPreparedAttachment({ content, filename: 'a.bin' }),
      aPreparedAttachment({ content: upload.file, filename: 'a.bin' }),
    ]);
    expect(links).toEqual([]);
    const [here, stored] = await Promise.all(
      parts.map(async (part) => {
        const chunks: Buffer[] = [];
        for await (const chunk of composeMessageStream(aMail({ attachments: [part] })).octets())
          chunks.push(chunk);
        return Buffer.concat(chunks);
      }),
    );
    expect(stored?.equals(here!)).toBe(true);
    expect(
      await fixtures.rows(
        'SELECT stored_file_id, token_hash, expires_at FROM attachment WHERE email_id = $1',
        [emailId],
      ),
    ).toEqual([
      { stored_file_id: null, token_hash: null, expires_at: null },
      { stored_file_id: null, token_hash: null, expires_at: null },
    ]);
  });

  it('become links whose tokens stand nowhere but in the email', async () => {
    const { uploadId } = await uploads.accept(inTwo(Buffer.from('uploaded')), ada);
    const upload = (await uploads.namedBy([{ filename: 'a', uploadId }], ada)).get(uploadId)!;
    const { parts, links, linksExpireAt, emailId } = await fixtures.accept([
      aPreparedAttachment({ content: Buffer.from('here'), filename: 'here.txt', isLink: true }),
      aPreparedAttachment({ filename: 'logo.png', contentId: 'logo' }),
      aPreparedAttachment({ content: upload.file, filename: 'uploaded.txt', isLink: true }),
    ]);
    expect(parts.map(({ filename }) => filename)).toEqual(['logo.png']);
    expect(links.map(({ filename, sizeBytes }) => [filename, sizeBytes])).toEqual([
      ['here.txt', 4],
      ['uploaded.txt', 8],
    ]);
    // The end of a day in UTC, thirty days from now.
    expect(linksExpireAt.toISOString()).toMatch(/T00:00:00.000Z$/);
    const days = (linksExpireAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThanOrEqual(31);
    for (const [index, { url }] of links.entries()) {
      expect(url).toMatch(/^https:\/\/mail\.example\.org\/files\/[\w-]{43}$/);
      const answer = await fetch(`${app.url}${new URL(url).pathname}`);
      expect(await answer.text()).toBe(['here', 'uploaded'][index]);
    }
    const everything = (await app.rows()) + app.logged.join();
    for (const { url } of links) {
      const token = url.split('/').at(-1)!;
      expect(everything).not.toContain(token);
      expect(everything).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    }
    expect(
      await fixtures.rows('SELECT count(*)::int AS n FROM attachment WHERE email_id = $1', [emailId]),
    ).toEqual([{ n: 3 }]);
  });

  it('are told in the order of the sender, for many emails at once', async () => {
    const attachments = new Attachments({
      dataSource: fixtures.dataSource,
      audit: new AuditLog(() => new Date()),
      now: () => new Date(),
      mayManageEmail: () => Promise.resolve(true),
    });
    const two = await fixtures.accept(['b', 'a'].map((filename) => aPreparedAttachment({ filename })));
    const one = await fixtures.accept([aPreparedAttachment({ isLink: true })]);
    const none = await fixtures.accept([]);
    const found = await attachments.ofEmails([one.emailId, none.emailId, two.emailId]);
    expect(
      [...found].map(([id, list]) => [id, list.map(({ filename, isLink }) => [filename, isLink])]),
    ).toEqual([
      [one.emailId, [['report.pdf', true]]],
      [none.emailId, []],
      [
        two.emailId,
        [
          ['b', false],
          ['a', false],
        ],
      ],
    ]);
  });
});

describe('revokeAttachmentLink', () => {
  const revoke = (id: string, by = client) =>
    by.field<Record<string, unknown>>(
      `mutation ($id: ID!) {
        revokeAttachmentLink(id: $id) {
          __typename
          ... on EmailAttachment { id filename contentType sizeBytes isLink expiresAt revokedAt downloads }
          ... on NotFound { code message }
        }
      }`,
      { id },
    );

  it('ends a link at once and for good, tells the attachment, and is written to the audit log once', async () => {
    const { path, attachmentId } = await fixtures.link(Buffer.from('secret'), 'secret.txt');
    expect((await fetch(`${app.url}${path}`)).status).toBe(200);
    const revoked = await revoke(attachmentId);
    expect(revoked).toEqual({
      __typename: 'EmailAttachment',
      id: attachmentId,
      filename: 'secret.txt',
      contentType: 'application/pdf',
      sizeBytes: 6,
      isLink: true,
      expiresAt: expect.any(String),
      revokedAt: expect.any(String),
      downloads: 1,
    });
    expect((await fetch(`${app.url}${path}`)).status).toBe(404);
    expect(await revoke(attachmentId)).toEqual(revoked);
    expect(
      await fixtures.rows(`SELECT actor, subject FROM audit_event WHERE action = 'attachmentLink.revoked'`),
    ).toEqual([{ actor: 'ada@example.org', subject: 'secret.txt' }]);
  });

  it('finds no file that travelled with its email, and nothing by an id that is none', async () => {
    const { emailId } = await fixtures.accept([aPreparedAttachment()]);
    const [row] = await fixtures.rows('SELECT id FROM attachment WHERE email_id = $1', [emailId]);
    for (const id of [(row as { id: string }).id, randomUUID(), 'x', '']) {
      expect(await revoke(id)).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
  });

  it('finds no link of an email that the caller may not see', async () => {
    const { attachmentId } = await fixtures.link(Buffer.from('x'));
    const asked: unknown[] = [];
    const attachments = new Attachments({
      dataSource: fixtures.dataSource,
      audit: new AuditLog(() => new Date()),
      now: () => new Date(),
      mayManageEmail: (emailId, caller) => {
        asked.push([emailId, caller.name]);
        return Promise.resolve(false);
      },
    });
    const caller: Caller = {
      id: ada.id,
      user: null,
      name: 'a token',
      from: null,
      permissions: new Set(),
      serverIds: new Set(),
      allowedFrom: null,
      mustFirst: null,
    };
    expect(await attachments.revokeLink(attachmentId, caller)).toMatchObject({ refusal: 'NotFound' });
    expect(asked).toEqual([[expect.any(String), 'a token']]);
    expect(await fixtures.rows('SELECT revoked_at FROM attachment WHERE id = $1', [attachmentId])).toEqual([
      { revoked_at: null },
    ]);
  });
});
