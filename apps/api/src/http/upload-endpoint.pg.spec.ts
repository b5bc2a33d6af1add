import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../testing/app-for-tests.ts';
import { AttachmentFixtures } from '../../testing/attachment-fixtures.ts';
import { tokenFor } from '../../testing/callers.ts';

const LIMIT = 2_000_000;
let app: AppForTests;
let client: GraphqlClient;
let fixtures: AttachmentFixtures;

beforeAll(async () => {
  ({ app, client } = await startSignedIn({ UPLOAD_MAX_BYTES: String(LIMIT) }));
  fixtures = await AttachmentFixtures.open(app);
});
afterAll(async () => {
  await fixtures.close();
  await app.close();
});

async function put(body: Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/uploads`, {
    method: 'PUT',
    headers: { Cookie: client.cookie ?? '', ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Answer };
}

interface Answer {
  uploadId?: string;
  sizeBytes?: number;
  sha256?: string;
  errors?: { message: string; extensions: { code: string } }[];
}

const counts = async () => {
  const [row] = await fixtures.rows(
    'SELECT (SELECT count(*)::int FROM stored_file) AS files, (SELECT count(*)::int FROM upload) AS uploads',
  );
  return { ...row, stored: (await fixtures.stored()).length };
};

describe('an upload', () => {
  it('is kept as it came, told with its hash, and expires after a day', async () => {
    const content = randomBytes(300_000);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { status, headers, answer } = await put(content);
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(answer).toEqual({ uploadId: expect.any(String), sizeBytes: 300_000, sha256 });
    const [upload] = await fixtures.rows(
      `SELECT first_bytes, expires_at - upload.created_at = interval '24 hours' AS a_day, size_bytes, encode(sha256, 'hex') AS sha256
       FROM upload JOIN stored_file ON stored_file.id = stored_file_id WHERE upload.id = $1`,
      [answer.uploadId],
    );
    expect(upload).toEqual({
      first_bytes: content.subarray(0, 16),
      a_day: true,
      size_bytes: 300_000,
      sha256,
    });
  });

  it('may be empty, and may be just as large as the limit', async () => {
    expect(await put(Buffer.alloc(0))).toMatchObject({ status: 201, answer: { sizeBytes: 0 } });
    expect(await put(Buffer.alloc(LIMIT))).toMatchObject({ status: 201, answer: { sizeBytes: LIMIT } });
  });

  it('is refused before it is read where it says that it is too large, and nothing is kept', async () => {
    const before = await counts();
    const sending = httpRequest(`${app.url}/uploads`, {
      method: 'PUT',
      headers: { Cookie: client.cookie ?? '', 'Content-Length': LIMIT + 1 },
    });
    // Only the head is sent.
    sending.flushHeaders();
    const [response] = (await once(sending, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(413);
    sending.destroy();
    expect(await counts()).toEqual(before);
  });

  it('is refused as soon as it is too large where it does not say how large it is, and nothing is kept', async () => {
    const before = await counts();
    const sending = httpRequest(`${app.url}/uploads`, {
      method: 'PUT',
      headers: { Cookie: client.cookie ?? '' },
    });
    sending.on('error', () => undefined);
    sending.write(Buffer.alloc(LIMIT + 1));
    // The end is never sent.
    const [response] = (await once(sending, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(413);
    sending.destroy();
    expect(await counts()).toEqual(before);
  });

  it('leaves nothing behind when the client goes away', async () => {
    const before = await counts();
    const sending = httpRequest(`${app.url}/uploads`, {
      method: 'PUT',
      headers: { Cookie: client.cookie ?? '', 'Content-Length': 1_000_000 },
    });
    sending.on('error', () => undefined);
    sending.write(Buffer.alloc(500_000));
    await expect
      .poll(async () => (await fixtures.stored()).filter((name) => name.endsWith('.part')))
      .toHaveLength(1);
    sending.destroy();
    await expect.poll(counts).toEqual(before);
    expect(app.logged.join()).not.toContain('a request failed');
  });

  it.each<[number, string, string, Record<string, string>]>([
    [401, 'nobody', 'UNAUTHENTICATED', { Cookie: '' }],
    [401, 'a session that is none', 'UNAUTHENTICATED', { Cookie: 'postroom=x' }],
    [403, 'another page', 'FORBIDDEN', { Origin: 'https://eve.example' }],
    [415, 'a form', 'BAD_USER_INPUT', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    [415, 'a client that compresses', 'BAD_USER_INPUT', { 'Content-Encoding': 'gzip' }],
    [400, 'a client that goes on with a part', 'BAD_USER_INPUT', { 'Content-Range': 'bytes 2-4/5' }],
  ])('is answered with %i where it comes from %s', async (status, _, code, headers) => {
    const before = await counts();
    const refused = await put(Buffer.from('x'), headers);
    expect([refused.status, refused.answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(refused.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
    expect(await counts()).toEqual(before);
  });

  it('tells the log who was refused, and from where', async () => {
    const reader = await tokenFor(client, { name: 'reader', scopes: ['EMAILS_READ'] });
    const before = app.logged.length;
    const answers = [
      await put(Buffer.from('x'), { Cookie: '' }),
      await put(Buffer.from('x'), { Cookie: '', Authorization: 'Bearer postroom_unknown' }),
      await put(Buffer.from('x'), { Cookie: '', Authorization: `Bearer ${reader}` }),
      await put(Buffer.from('x'), { Origin: 'https://eve.example' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 403]);
    const refusal = { event: 'request.refused', path: '/uploads', actor: null, from: '127.0.0.1' };
    expect(app.logged.slice(before).map((line) => JSON.parse(line) as object)).toMatchObject([
      { ...refusal, code: 'UNAUTHENTICATED' },
      { ...refusal, code: 'UNAUTHENTICATED' },
      { ...refusal, code: 'FORBIDDEN', actor: 'reader' },
      { ...refusal, code: 'FORBIDDEN' },
    ]);
  });

  it('is told where to go when it comes with a name behind the path, as curl -T adds one', async () => {
    const response = await fetch(`${app.url}/uploads/report.pdf`, { method: 'PUT', body: 'x' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Put the file to /uploads, with nothing behind it');
  });

  it.each(['keep-alive', 'close'])(
    'is answered to a client that reads only when it has sent everything, with "Connection: %s"',
    async (connection) => {
      const length = 4 * LIMIT;
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      socket.write(
        ['PUT /uploads HTTP/1.1', 'Host: x', `Cookie: ${client.cookie ?? ''}`].join('\r\n') +
          `\r\nConnection: ${connection}\r\nContent-Length: ${String(length)}\r\n\r\n`,
      );
      await new Promise((sent) => socket.write(Buffer.alloc(length), sent));
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
      socket.destroy();
    },
  );

  it('is a PUT', async () => {
    const response = await fetch(`${app.url}/uploads`, { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'PUT']);
  });
});
