import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEmail, granted, OutboxForTests, sender } from '../../../testing/outbox.ts';
import type { Caller } from '../access/index.ts';
import type { SmtpServer } from '../smtp-servers/index.ts';
import type { Email } from './email.ts';
import type { SendEmail } from './email.requests.ts';

let outbox: OutboxForTests;
let other: SmtpServer;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  await outbox.addServer({ port: 25, name: 'Office', defaultFrom: 'office@example.org' });
  other = await outbox.addServer({ port: 25, name: 'Other' });
});
afterAll(() => outbox.close());

const send = (email: Partial<SendEmail> = {}, caller: Caller = sender) =>
  outbox.services.acceptance.send(anEmail(email), caller);

async function rows(idempotencyKey: string): Promise<number> {
  return (await outbox.sql('SELECT FROM email WHERE idempotency_key = $1', [idempotencyKey])).length;
}

const aToken = (override: Partial<Caller> = {}): Caller => ({
  ...sender,
  id: randomUUID(),
  user: null,
  name: 'a script',
  ...override,
});

const FIELDS = [
  'id',
  'state',
  'serverId',
  'serverName',
  'from',
  'to',
  'cc',
  'bcc',
  'replyTo',
  'subject',
  'messageId',
  'idempotencyKey',
  'sendAt',
  'expiresAt',
  'possibleDuplicate',
  'sizeBytes',
  'recipients',
  'attemptCount',
  'nextAttemptAt',
  'createdAt',
] as const satisfies readonly (keyof Email)[];

describe('an email that was accepted', () => {
  it('is stored with its message when the answer comes', async () => {
    const email = await outbox.send({ subject: 'stored' });
    const [row] = await outbox.sql<{ content: Buffer }>(
      'SELECT content FROM email_message WHERE email_id = $1',
      [email.id],
    );
    expect(row?.content.toString()).toContain(`Message-ID: ${email.messageId}\r\n`);
    expect(row?.content).toHaveLength(email.sizeBytes);
  });

  it('is answered as it is read afterwards', async () => {
    const email = await outbox.send({
      to: ['Bob <bob@example.net>'],
      cc: ['carl@example.net'],
      bcc: ['dora@example.net'],
      replyTo: ['answers@example.org'],
      sendAt: new Date(Date.now() + 60_000),
      idempotencyKey: randomUUID(),
    });
    const read = await outbox.email(email.id);
    for (const field of FIELDS) expect([field, email[field]]).toEqual([field, read[field]]);
  });

  it('goes over the default server where it names none, and over the named one else', async () => {
    expect(await outbox.send({ server: null })).toMatchObject({ serverName: 'Office' });
    expect(await outbox.send({ server: { name: 'oTHER' } })).toMatchObject({ serverId: other.id });
    expect(await outbox.send({ server: { id: other.id } })).toMatchObject({ serverName: 'Other' });
  });
});

describe('an idempotency key', () => {
  it('stands for one email, however often and however fast it is sent', async () => {
    const idempotencyKey = randomUUID();
    const results = await Promise.all(Array.from({ length: 50 }, () => granted(send({ idempotencyKey }))));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(await rows(idempotencyKey)).toBe(1);
  });

  it('stands for one email within one request too', async () => {
    const email = anEmail({ idempotencyKey: randomUUID() });
    const results = await outbox.services.acceptance.sendAll([email, { ...email }, { ...email }], sender);
    expect(new Set(results.map((result) => ('id' in result ? result.id : result.code))).size).toBe(1);
  });

  it('with another content is a conflict, whichever of two that come together is first', async () => {
    const idempotencyKey = randomUUID();
    const [one, two] = await Promise.all([
      send({ idempotencyKey, subject: 'one' }),
      send({ idempotencyKey, subject: 'two' }),
    ]);
    expect([one, two].filter((result) => 'id' in result)).toHaveLength(1);
    expect([one, two].find((result) => 'refusal' in result)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await rows(idempotencyKey)).toBe(1);
  });

  it('of another caller is another key', async () => {
    const idempotencyKey = randomUUID();
    const one = await granted(send({ idempotencyKey }));
    const two = await granted(send({ idempotencyKey }, aToken()));
    expect(one.id).not.toBe(two.id);
  });

  it('answers with the same email although its server was disabled since', async () => {
    const gone = await outbox.addServer({ port: 25, name: 'Gone' });
    const email = { server: { name: 'Gone' }, idempotencyKey: randomUUID() };
    const { id } = await granted(send(email));
    await granted(outbox.services.servers.update({ id: gone.id, isEnabled: false }, sender));
    expect(await granted(send(email))).toMatchObject({ id });
    expect(await send({ ...email, idempotencyKey: randomUUID() })).toMatchObject({
      problems: [{ path: 'server', code: 'SERVER_DISABLED' }],
    });
  });

  it('keeps no two requests with the same keys waiting for each other', async () => {
    const emails = Array.from({ length: 300 }, () => anEmail({ idempotencyKey: randomUUID() }));
    const { acceptance } = outbox.services;
    const answers = await Promise.all([
      acceptance.sendAll(emails, sender),
      acceptance.sendAll(emails.toReversed(), sender),
      acceptance.sendAll(emails, sender),
    ]);
    const ids = answers.flat().map((result) => ('id' in result ? result.id : result.code));
    expect(new Set(ids).size).toBe(300);
  });
});

describe('many emails at once', () => {
  it('are 500 at most', async () => {
    const emails = Array.from({ length: 501 }, () => anEmail());
    await expect(outbox.services.acceptance.sendAll(emails, sender)).rejects.toThrow('at most 500 emails');
  });

  it('are all left out where the request has been answered meanwhile, because its files took too long', async () => {
    const idempotencyKey = randomUUID();
    const emails = [anEmail({ idempotencyKey }), anEmail()];
    const outOfTime = () => {
      throw new Error('too late');
    };
    await expect(outbox.services.acceptance.sendAll(emails, sender, outOfTime)).rejects.toThrow('too late');
    await outbox.send();
    expect(await rows(idempotencyKey)).toBe(0);
  });

  it('are accepted each on its own, and answered in their order', async () => {
    const bad = new Set([0, 77, 499]);
    const emails = Array.from({ length: 500 }, (_, n) =>
      anEmail({ subject: `number ${n}`, to: [bad.has(n) ? 'nobody' : 'bob@example.net'] }),
    );
    const results = await outbox.services.acceptance.sendAll(emails, sender);
    const told = results.map((result) => ('id' in result ? result.subject : result.code));
    expect(told).toEqual(emails.map(({ subject }, n) => (bad.has(n) ? 'INVALID_INPUT' : subject)));
  });
});

describe('an email is refused', () => {
  it.each<[string, Partial<SendEmail>, string[]]>([
    ['without a recipient', { to: [] }, ['to NO_RECIPIENT']],
    ['with an address that is none', { to: ['bob@'] }, ['to[0] ADDRESS_NOT_VALID']],
    [
      'with a line in an address',
      { cc: ['bob@example.net\r\nRCPT TO:<eve@example.net>'] },
      ['cc[0] CONTROL_CHARACTER'],
    ],
    ['with a line in the subject', { subject: 'a\r\nBcc: eve@example.net' }, ['subject CONTROL_CHARACTER']],
    ['with a NUL in the text', { text: '\0' }, ['text CONTROL_CHARACTER']],
    ['with half a character in the html', { html: '\ud800' }, ['html BAD_FORMAT']],
    [
      'with a header that is ours',
      { headers: [{ name: 'Bcc', value: 'x' }] },
      ['headers[0].name HEADER_NOT_ALLOWED'],
    ],
    [
      'with a line in a header',
      { headers: [{ name: 'X-A', value: 'a\r\nBcc: x' }] },
      ['headers[0].value CONTROL_CHARACTER'],
    ],
    [
      'with an attachment that is not base64',
      { attachments: [{ filename: 'a', base64: '*' }] },
      ['attachments[0].base64 NOT_BASE64'],
    ],
    [
      'with an upload that is not there',
      { attachments: [{ filename: 'a', uploadId: randomUUID() }] },
      ['attachments[0].uploadId UPLOAD_NOT_FOUND'],
    ],
    ['too far ahead', { sendAt: new Date('2099-01-01') }, ['sendAt OUT_OF_RANGE']],
    ['with an empty key', { idempotencyKey: '' }, ['idempotencyKey REQUIRED']],
    [
      'with all that is wrong at once',
      { to: ['x'], subject: '\n' },
      ['to[0] ADDRESS_NOT_VALID', 'subject CONTROL_CHARACTER'],
    ],
  ])('%s, and nothing is stored', async (_, email, problems) => {
    const [before] = await outbox.sql<{ count: string }>('SELECT count(*) FROM email');
    const result = await send(email);
    expect(
      'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : result,
    ).toEqual(problems);
    expect(await outbox.sql('SELECT count(*) FROM email')).toEqual([before]);
  });

  it('for a server that is not there, or that the token may not use: they look the same', async () => {
    const missing = await send({ server: { name: 'Nowhere' } });
    const hidden = await send({ server: { name: 'Office' } }, aToken({ serverIds: new Set([other.id]) }));
    expect(missing).toMatchObject({ code: 'NOT_FOUND' });
    expect(hidden).toEqual(missing);
  });

  it('with the sender of somebody else, and then none of the request is accepted', async () => {
    const token = aToken({ allowedFrom: ['@example.org'] });
    const emails = [
      anEmail({ subject: 'with eve' }),
      anEmail({ from: 'eve@example.com', subject: 'with eve' }),
    ];
    await expect(outbox.services.acceptance.sendAll(emails, token)).rejects.toMatchObject({
      message: 'This token may not send as this address: see what it is limited to in the panel.',
      extensions: { code: 'FORBIDDEN' },
    });
    expect(await outbox.sql(`SELECT FROM email WHERE subject = 'with eve'`)).toEqual([]);
  });

  it('where there is no default server, in so many words', async () => {
    const empty = await OutboxForTests.open();
    expect(await empty.services.acceptance.send(anEmail(), sender)).toMatchObject({
      code: 'NO_DEFAULT_SERVER',
    });
    await empty.close();
  });
});

describe('a server that is deleted', () => {
  it('is kept while mail waits for it, with the number of emails', async () => {
    const busy = await outbox.addServer({ port: 25, name: 'Busy' });
    const emails = [
      await outbox.send({ server: { id: busy.id } }),
      await outbox.send({ server: { id: busy.id }, sendAt: new Date(Date.now() + 60_000) }),
    ];
    expect(await outbox.services.servers.delete(busy.id, sender)).toMatchObject({
      code: 'SERVER_IN_USE',
      waitingEmails: 2,
      isDefault: false,
    });
    for (const { id } of emails) await granted(outbox.services.changes.cancel(id, sender));
    expect(await outbox.services.servers.delete(busy.id, sender)).toEqual({ id: busy.id });
    expect(await outbox.email(emails[0]!.id)).toMatchObject({
      state: 'CANCELLED',
      serverId: null,
      serverName: 'Busy',
    });
  });

  it.each([1, 2, 3])('in the moment of an acceptance leaves no email without a server (%i)', async () => {
    const racing = await outbox.addServer({ port: 25 });
    const sent = Array.from({ length: 20 }, () => send({ server: { id: racing.id } }));
    const deleted = outbox.services.servers.delete(racing.id, sender);
    const accepted = (await Promise.all(sent)).filter((result) => 'id' in result).length;
    const answer = await deleted;
    const [row] = await outbox.sql<{ count: number }>(
      `SELECT count(*)::integer AS count FROM email WHERE server_id = $1 AND state = 'QUEUED'`,
      [racing.id],
    );
    expect(row?.count).toBe(accepted);
    expect('code' in answer).toBe(accepted > 0);
  });
});
