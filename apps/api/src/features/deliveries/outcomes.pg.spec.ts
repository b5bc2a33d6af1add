import { readdir, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { greet, hangUp, on, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { granted, OutboxForTests, sender } from '../../../testing/outbox.ts';
import { EmailEvent, EmailState } from '../emails/index.ts';
import { EmailsInHand } from './emails-in-hand.service.ts';
import { outboxFailures } from './outbox-failure.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  await outbox.startWorker({ limits: { afterDotMs: 500 } });
});
afterAll(() => outbox.close());

const hello = greet('220 mail.test ESMTP');

async function aServer(...scripts: ScriptStep[][]) {
  const smtp = await scriptedSmtpServer(scripts);
  onTestFinished(() => smtp.close());
  const { id } = await outbox.addServer({ port: smtp.port, maxConnections: 1 });
  return { smtp, server: { id } };
}

describe('an email to several recipients', () => {
  const three = ['one@example.net', 'two@example.net', 'three@example.net'];

  it('is tried again for those alone who were to be asked later', async () => {
    const { smtp, server } = await aServer([
      hello,
      on('RCPT', '250 Ok'),
      on('RCPT', '550 5.1.1 No such user'),
      on('RCPT', '451 4.7.1 Later'),
    ]);
    const email = await outbox.send({ server, to: three });
    const first = await outbox.until(email.id, 'DEFERRED');
    expect(first.recipients).toMatchObject([
      { state: 'ACCEPTED', reply: '250 2.0.0 Ok: queued as 1', failure: null },
      { state: 'FAILED', failure: { code: 'RECIPIENT_REFUSED' } },
      { state: 'DEFERRED', failure: { code: 'RECIPIENT_DEFERRED' } },
    ]);
    await outbox.due(email.id);
    const ended = await outbox.until(email.id, 'ACCEPTED');
    expect(ended.recipients.map(({ state }) => state)).toEqual(['ACCEPTED', 'FAILED', 'ACCEPTED']);
    expect(smtp.commands.filter((line) => line.startsWith('RCPT'))).toEqual([
      ...three.map((address) => `RCPT TO:<${address}>`),
      'RCPT TO:<three@example.net>',
    ]);
  });

  it('names each address once, and a blind copy to its server alone', async () => {
    const { smtp, server } = await aServer([hello]);
    const email = await outbox.send({
      server,
      to: ['one@example.net', 'One <one@example.net>'],
      cc: ['two@example.net'],
      bcc: ['Secret <three@example.net>', 'two@example.net'],
    });
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.commands.filter((line) => line.startsWith('RCPT'))).toEqual(
      three.map((address) => `RCPT TO:<${address}>`),
    );
    const message = smtp.messages[0]?.toString() ?? '';
    expect(message).not.toMatch(/bcc|secret|three@/i);
    expect(message).toMatch(/^To: .*one@example\.net/m);
    expect((await outbox.email(email.id)).bcc).toEqual(['Secret <three@example.net>', 'two@example.net']);
  });
});

describe('an email whose outcome is unknown', () => {
  const losesVerdict = [hello, on('.'), hangUp()];

  it('is not tried again by itself; a person may, and then it is marked as a possible duplicate', async () => {
    const { smtp, server } = await aServer(losesVerdict, [hello]);
    const email = await outbox.send({ server });
    const lost = await outbox.until(email.id, 'UNCERTAIN');
    expect(lost).toMatchObject({ possibleDuplicate: false, nextAttemptAt: null });
    await granted(outbox.services.changes.retry(email.id, null, sender));
    const ended = await outbox.until(email.id, 'ACCEPTED');
    expect(ended).toMatchObject({ possibleDuplicate: true, attemptCount: 2 });
    const ids = smtp.messages.map((message) => /^Message-ID: (.*)$/im.exec(message.toString())?.[1]);
    expect(ids).toEqual([email.messageId, email.messageId]);
  });

  it('is uncertain for those alone whom the server had not refused', async () => {
    const { server } = await aServer([
      hello,
      on('RCPT', '550 5.1.1 No'),
      on('RCPT', '250 Ok'),
      on('.'),
      hangUp(),
    ]);
    const email = await outbox.send({ server, to: ['one@example.net', 'two@example.net'] });
    const ended = await outbox.until(email.id, 'UNCERTAIN');
    expect(ended.recipients.map(({ state }) => state)).toEqual(['FAILED', 'UNCERTAIN']);
  });

  it('is tried again by itself, and marked, where RETRY_UNCERTAIN says so', async () => {
    const other = await OutboxForTests.open();
    onTestFinished(() => other.close());
    await other.startWorker({ retryUncertain: true });
    const smtp = await scriptedSmtpServer([losesVerdict, [hello]]);
    onTestFinished(() => smtp.close());
    const server = await other.addServer({ port: smtp.port });
    const email = await other.send({ server: { id: server.id } });
    expect(await other.until(email.id, 'DEFERRED')).toMatchObject({ possibleDuplicate: true });
    await other.due(email.id);
    expect(await other.until(email.id, 'ACCEPTED')).toMatchObject({ possibleDuplicate: true });
  });
});

describe('time', () => {
  it('is waited for: an email is not sent before its time, and then it is', async () => {
    const { smtp, server } = await aServer([hello]);
    const sendAt = new Date(Date.now() + 3_600_000);
    const email = await outbox.send({ server, sendAt });
    expect(email).toMatchObject({ state: 'QUEUED', sendAt, nextAttemptAt: sendAt });
    expect(email.expiresAt.getTime() - sendAt.getTime()).toBe(5 * 86_400_000);
    const other = await outbox.send({ server });
    await outbox.until(other.id, 'ACCEPTED');
    expect(smtp.messages).toHaveLength(1);
    await outbox.due(email.id);
    await outbox.until(email.id, 'ACCEPTED');
  });

  it('runs out: an email is not tried after its lifetime', async () => {
    const { smtp, server } = await aServer([hello]);
    const email = await outbox.send({ server, sendAt: new Date(Date.now() + 3_600_000) });
    await outbox.sql(`UPDATE email SET expires_at = now() - interval '1 second' WHERE id = $1`, [email.id]);
    await outbox.due(email.id);
    const ended = await outbox.until(email.id, 'FAILED');
    expect(ended).toMatchObject({ attemptCount: 0, recipients: [{ failure: { code: 'EXPIRED' } }] });
    expect(smtp.messages).toEqual([]);
  });

  it('runs out: an email fails with its last try before the next would come too late', async () => {
    const { server } = await aServer([hello, on('RCPT', '451 4.7.1 Later')]);
    const email = await outbox.send({ server, sendAt: new Date(Date.now() + 3_600_000) });
    await outbox.sql(`UPDATE email SET expires_at = now() + interval '30 seconds' WHERE id = $1`, [email.id]);
    await outbox.due(email.id);
    const ended = await outbox.until(email.id, 'FAILED');
    expect(ended.recipients).toMatchObject([{ reply: '451 4.7.1 Later', failure: { code: 'EXPIRED' } }]);
    expect(await outbox.attempts(email.id)).toMatchObject([{ failure: { code: 'RECIPIENT_DEFERRED' } }]);
  });
});

describe('attempts', () => {
  it('are kept up to the last 50, and counted on', async () => {
    const { server } = await aServer([hello, on('RCPT', '451 4.7.1 Later')]);
    const email = await outbox.send({ server });
    await outbox.until(email.id, 'DEFERRED');
    await outbox.sql(
      `INSERT INTO delivery_attempt (email_id, number, server_revision, started_at, downgraded)
       SELECT $1, number, 1, now(), false FROM generate_series(2, 60) AS number`,
      [email.id],
    );
    await outbox.sql('UPDATE email SET attempt_count = 60 WHERE id = $1', [email.id]);
    await outbox.due(email.id);
    expect((await outbox.until(email.id, 'ACCEPTED')).attemptCount).toBe(61);
    const numbers = await outbox.sql<{ number: number }>(
      'SELECT number FROM delivery_attempt WHERE email_id = $1 ORDER BY number',
      [email.id],
    );
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, n) => n + 12));
  });
});

describe('a long message, which is kept in the file storage,', () => {
  const long = { text: 'A line of a long message.\n'.repeat(20_000) };
  const later = new Date(Date.now() + 3_600_000);

  async function fileOf(id: string): Promise<string> {
    const [row] = await outbox.sql<{ id: string }>(
      'SELECT stored_file_id AS id FROM email_message WHERE email_id = $1',
      [id],
    );
    const key = row?.id ?? 'none';
    return join(outbox.directory, 'attachments', key.slice(0, 2), key.slice(2, 4), key);
  }

  it('is sent to the octet', async () => {
    const { smtp, server } = await aServer([hello]);
    const email = await outbox.send({ server, ...long });
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.messages[0]).toHaveLength(email.sizeBytes);
  });

  it('is not sent where its file is damaged; the email fails with the reason', async () => {
    const { smtp, server } = await aServer([hello]);
    const email = await outbox.send({ server, ...long, sendAt: later });
    await truncate(await fileOf(email.id), 300_000);
    await outbox.due(email.id);
    const ended = await outbox.until(email.id, 'FAILED');
    expect(ended.recipients).toMatchObject([{ failure: { code: 'MESSAGE_UNREADABLE' } }]);
    expect(smtp.messages).toEqual([]);
  });

  it('is not sent where its file is gone; the email fails with the reason', async () => {
    const { server } = await aServer([hello]);
    const email = await outbox.send({ server, ...long, sendAt: later });
    await rename(await fileOf(email.id), join(outbox.directory, 'elsewhere'));
    await outbox.due(email.id);
    const ended = await outbox.until(email.id, 'FAILED');
    expect(ended.recipients).toMatchObject([{ failure: { code: 'MESSAGE_UNREADABLE' } }]);
  });

  it('waits while the storage is away, and other mail of its server goes out', async () => {
    const { smtp, server } = await aServer([hello]);
    const email = await outbox.send({ server, ...long, sendAt: later });
    const storage = join(outbox.directory, 'attachments');
    await rename(storage, `${storage}.away`);
    await writeFile(storage, 'not a directory');
    onTestFinished(async () => {
      if (!(await readdir(outbox.directory)).includes('attachments.away')) return;
      await rename(`${storage}.away`, storage);
    });
    await outbox.due(email.id);
    const deferred = await outbox.until(email.id, 'DEFERRED');
    expect(await outbox.attempts(email.id)).toMatchObject([{ failure: { code: 'STORAGE_UNAVAILABLE' } }]);
    const other = await outbox.send({ server });
    await outbox.until(other.id, 'ACCEPTED');
    await rename(storage, join(outbox.directory, 'file'));
    await rename(`${storage}.away`, storage);
    await outbox.due(deferred.id);
    await outbox.until(email.id, 'ACCEPTED');
    expect(smtp.messages.at(-1)).toHaveLength(email.sizeBytes);
  });
});

describe('words of a server that the database cannot store', () => {
  it('are dropped; the verdict they came with is kept, and so are the verdicts beside it', async () => {
    const { server } = await aServer([hello]);
    const later = new Date(Date.now() + 3_600_000);
    const emails = [
      await outbox.send({ server, sendAt: later }),
      await outbox.send({ server, sendAt: later }),
    ];
    const workerId = emails[0]!.id;
    await outbox.sql(
      `UPDATE email SET state = 'SENDING', worker_id = $1, fence = 1, claimed_at = now(), server_revision = 1 WHERE id = ANY($2)`,
      [workerId, emails.map(({ id }) => id)],
    );
    const log = { ...vi.fn(), error: vi.fn(), warn: vi.fn() };
    const inHand = new EmailsInHand({ pool: outbox.pool, workerId, log: log as never });
    const settled = emails.map(({ id }, index) => {
      const reply = index === 0 ? '250 \u0000' : '250 Ok';
      return inHand.settle({
        id,
        fence: 1,
        event: EmailEvent.ACCEPT,
        state: EmailState.ACCEPTED,
        recipients: [{ address: 'bob@example.net', outcome: EmailState.ACCEPTED, reply, failure: null }],
        delaySeconds: null,
        possibleDuplicate: false,
        hasCrashed: false,
        attempt: {
          durationMs: 1,
          tlsVersion: null,
          downgraded: false,
          reply,
          failure: outboxFailures.expired,
        },
      });
    });
    await Promise.all(settled);
    const [bad, good] = await Promise.all(emails.map(({ id }) => outbox.email(id)));
    expect(bad).toMatchObject({ state: 'ACCEPTED', recipients: [{ reply: null }] });
    expect(good).toMatchObject({ state: 'ACCEPTED', recipients: [{ reply: '250 Ok' }] });
  });
});
