import { randomBytes } from 'node:crypto';
import { rm, truncate, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAppForTests, type AppForTests } from '../../testing/app-for-tests.ts';
import { AttachmentFixtures } from '../../testing/attachment-fixtures.ts';
import { LINK_ENDED_PAGE, LINK_ENDED_TEXT } from './link-ended-page.ts';

let app: AppForTests;
let fixtures: AttachmentFixtures;
beforeAll(async () => {
  app = await startAppForTests();
  fixtures = await AttachmentFixtures.open(app);
});
afterAll(async () => {
  await fixtures.close();
  await app.close();
});

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(`${app.url}${path}`, { headers, method });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    content: Buffer.from(await response.arrayBuffer()),
  };
}

const downloads = async (attachmentId: string) => {
  const [row] = await fixtures.rows('SELECT downloads FROM attachment WHERE id = $1', [attachmentId]);
  return (row as { downloads: number }).downloads;
};

const content = randomBytes(700_000);

describe('a link to a file', () => {
  it('gives the file, to be saved under its name and shown as nothing', async () => {
    const { path } = await fixtures.link(content, 'Übersicht €.html');
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.content.equals(content)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-length': '700000',
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="_bersicht _.html"; filename*=UTF-8''%C3%9Cbersicht%20%E2%82%AC.html`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'accept-ranges': 'bytes',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('tells about the file when it is asked with HEAD, and counts nothing', async () => {
    const { path, attachmentId } = await fixtures.link(content);
    const answer = await get(path, { Range: 'bytes=5-9' }, 'HEAD');
    expect([answer.status, answer.headers['content-length'], answer.content.length]).toEqual([
      200,
      '700000',
      0,
    ]);
    expect(await downloads(attachmentId)).toBe(0);
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=699990-', 699_990, 700_000],
    ['bytes=-10', 699_990, 700_000],
    ['bytes=5-800000', 5, 700_000],
    ['bytes=0-', 0, 700_000],
  ])('gives the range %s', async (range, start, end) => {
    const { path } = await fixtures.link(content);
    const answer = await get(path, { Range: range });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe(`bytes ${String(start)}-${String(end - 1)}/700000`);
    expect(answer.headers['content-length']).toBe(String(end - start));
    expect(answer.content.equals(content.subarray(start, end))).toBe(true);
  });

  it('says how large the file is where a range begins behind its end', async () => {
    const { path } = await fixtures.link(content);
    const answer = await get(path, { Range: 'bytes=700000-' });
    expect([answer.status, answer.headers['content-range'], answer.content.length]).toEqual([
      416,
      'bytes */700000',
      0,
    ]);
  });

  it.each(['bytes=0-1,5-6', 'bytes=x-y', 'lines=1-2'])(
    'gives all of it where %s is asked for',
    async (range) => {
      const { path } = await fixtures.link(content);
      expect(await get(path, { Range: range })).toMatchObject({
        status: 200,
        headers: { 'content-length': '700000' },
      });
    },
  );

  it('goes on where a download was broken off, and begins anew where the file is another', async () => {
    const { path } = await fixtures.link(content);
    const { etag = '' } = (await get(path)).headers;
    const again = { Range: 'bytes=699999-' };
    expect(await get(path, { ...again, 'If-Range': etag })).toMatchObject({ status: 206 });
    expect(await get(path, { ...again, 'If-Range': '"another"' })).toMatchObject({ status: 200 });
  });

  it('counts downloads, and not the pieces of one', async () => {
    const { path, attachmentId } = await fixtures.link(content);
    await get(path);
    await get(path, { Range: 'bytes=0-9' });
    await get(path, { Range: 'bytes=10-19' });
    await get(path, { Range: 'bytes=20-' });
    await get(path, { Range: 'bytes=700000-' });
    expect(await downloads(attachmentId)).toBe(2);
    await Promise.all(Array.from({ length: 20 }, () => get(path)));
    expect(await downloads(attachmentId)).toBe(22);
  });

  it('gives nothing where the client has it already, or wants another one', async () => {
    const { path, attachmentId } = await fixtures.link(content);
    const { etag = '' } = (await get(path, {}, 'HEAD')).headers;
    const has = await get(path, { 'If-None-Match': etag });
    expect([has.status, has.headers.etag, has.content.length]).toEqual([304, etag, 0]);
    expect(await get(path, { 'If-Match': '"another"' })).toMatchObject({ status: 412 });
    expect(await downloads(attachmentId)).toBe(0);
  });

  it('is the same link where a program has escaped letters of it', async () => {
    const { path } = await fixtures.link(content);
    const escaped = path.slice(7).replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    expect(await get(`/files/${escaped}`)).toMatchObject({ status: 200 });
  });

  it('may lead to an empty file', async () => {
    const { path } = await fixtures.link(Buffer.alloc(0));
    expect(await get(path)).toMatchObject({ status: 200, headers: { 'content-length': '0' } });
    expect(await get(path, { Range: 'bytes=0-' })).toMatchObject({ status: 416 });
  });

  it('takes no other method', async () => {
    const { path } = await fixtures.link(content);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await get(path, {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    }
  });

  it('is put aside by a reader who has enough, without a word in the log', async () => {
    const { path } = await fixtures.link(randomBytes(30_000_000));
    const before = app.logged.length;
    const reading = httpRequest(`${app.url}${path}`).end();
    const [response] = (await once(reading, 'response')) as [NodeJS.ReadableStream];
    await once(response, 'data');
    reading.destroy();
    // The next answer comes when the service has seen it.
    await get(path, { Range: 'bytes=0-1' });
    expect(app.logged.slice(before)).toEqual([]);
  });
});

describe('a link that leads to no file', () => {
  const wrong = `/files/${'A'.repeat(43)}`;

  it('is answered alike whether it is wrong, expired, revoked or none at all', async () => {
    const expired = await fixtures.link(content);
    await fixtures.rows(`UPDATE attachment SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      expired.attachmentId,
    ]);
    const revoked = await fixtures.link(content);
    await fixtures.rows(`UPDATE attachment SET revoked_at = now() WHERE id = $1`, [revoked.attachmentId]);
    const deleted = await fixtures.link(content);
    await fixtures.rows('DELETE FROM email WHERE id = $1', [deleted.emailId]);
    const { path } = await fixtures.link(content);
    const paths = [
      ...[wrong, expired.path, revoked.path, deleted.path],
      ...[
        '/files',
        '/files/',
        `${path}/`,
        `${path}x`,
        path.slice(0, -1),
        path.toLowerCase(),
        `/files//${path.slice(7)}`,
      ],
      ...[
        '/files/%2e%2e%2fsecret.key',
        '/files/..%2f..%2fetc%2fpasswd',
        '/files/%00',
        '/files/%',
        `${path}%00`,
        '/files/a?b',
      ],
      `/files/${'A'.repeat(10_000)}`,
    ];
    for (const headers of [{ Accept: '*/*' }, { Accept: 'text/html,application/xhtml+xml' }]) {
      const answers = await Promise.all(paths.map((each) => get(each, headers)));
      const [first] = answers;
      for (const answer of answers) {
        expect({ ...answer, headers: { ...answer.headers, date: '' } }).toEqual({
          ...first,
          headers: { ...first?.headers, date: '' },
        });
      }
    }
    expect(await get(path)).toMatchObject({ status: 200 });
  });

  it('shows people a page that loads and runs nothing, and tells programs in a line', async () => {
    const page = await get(wrong, { Accept: 'text/html' });
    expect(page.status).toBe(404);
    expect(page.content.toString()).toBe(LINK_ENDED_PAGE);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.content.toString()).not.toMatch(/<script|<link|<img|https?:| on\w+=/);
    const line = await get(wrong);
    expect([line.status, line.content.toString()]).toEqual([404, LINK_ENDED_TEXT]);
    for (const { headers } of [page, line]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        vary: 'Accept',
      });
    }
    const head = await get(wrong, {}, 'HEAD');
    expect([head.status, head.content.length]).toEqual([404, 0]);
  });

  it('is found by no guess, and by no token of which one bit is another', async () => {
    const { path } = await fixtures.link(content);
    const token = Buffer.from(path.slice(7));
    const flipped = Array.from({ length: token.length * 8 }, (_, bit) => {
      const other = Buffer.from(token);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return `/files/${encodeURIComponent(other.toString('latin1'))}`;
    });
    const guesses = Array.from({ length: 300 }, () => `/files/${randomBytes(32).toString('base64url')}`);
    const statuses = await Promise.all(
      [...flipped, ...guesses].map(async (each) => (await get(each)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
  });
});

describe('a file that cannot be read', () => {
  const EXTRA = Buffer.from('!');
  const UNREADABLE =
    'The file cannot be read at the moment. Try again later, and tell the sender if it stays so.\n';

  it.each<[string, (path: string) => Promise<void>]>([
    ['is gone', (path) => rm(path)],
    ['is another kind of thing', (path) => rm(path).then(() => writeFile(`${path}.part`, 'x'))],
  ])('because it %s is told to the reader and in the log', async (_, harm) => {
    const { path, storedFileId, attachmentId } = await fixtures.link(content, 'canary.pdf');
    await harm(fixtures.pathOf(storedFileId));
    const before = app.logged.length;
    const answer = await get(path);
    expect([answer.status, answer.content.toString()]).toEqual([503, UNREADABLE]);
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(app.logged.slice(before).map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'attachment.unreadable', attachmentId, err: { name: 'ObjectMissingError' } },
    ]);
    expect(app.logged.join()).not.toContain('canary');
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['was changed', async (path) => writeFile(path, Buffer.concat([Buffer.from('!'), content.subarray(1)]))],
    ['was changed at its end', async (path) => writeFile(path, Buffer.concat([content.subarray(1), EXTRA]))],
    ['was cut', (path) => truncate(path, 699_999)],
    ['was emptied', (path) => truncate(path, 0)],
    ['has grown', (path) => writeFile(path, Buffer.concat([content, EXTRA]))],
  ])(
    'because it %s is refused as well, whole and from its beginning, and counts as no download',
    async (_, harm) => {
      const { path, storedFileId, attachmentId } = await fixtures.link(content);
      await harm(fixtures.pathOf(storedFileId));
      const before = app.logged.length;
      for (const headers of [{}, { Range: 'bytes=0-' }, { Range: 'bytes=0-9' }]) {
        const answer = await get(path, headers);
        expect([answer.status, answer.content.toString()]).toEqual([503, UNREADABLE]);
        expect(answer.headers['content-range']).toBeUndefined();
      }
      expect(app.logged.slice(before).join()).toContain('ObjectDamagedError');
      expect(await downloads(attachmentId)).toBe(0);
    },
  );
});
