import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutboxForTests } from '../../../testing/outbox.ts';
import { purgeEmails } from './purge-emails.sql.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  await outbox.addServer({ port: 2525 });
});
afterAll(() => outbox.close());

const DAY_MS = 86_400_000;

it('deletes what ended before the retention, with all that belongs to it, and nothing that waits or ended later', async () => {
  const [old, waiting, recent] = [await outbox.send(), await outbox.send(), await outbox.send()];
  const end = `UPDATE email SET state = $2, updated_at = now() - make_interval(days => $3) WHERE id = $1`;
  await outbox.sql(end, [old.id, 'ACCEPTED', 31]);
  await outbox.sql(end, [waiting.id, 'DEFERRED', 31]);
  await outbox.sql(end, [recent.id, 'FAILED', 29]);
  // The ids are of today: 32 days later they are all old enough.
  const now = new Date(Date.now() + 32 * DAY_MS);

  expect(await purgeEmails(outbox.pool, { retentionDays: 30, now })).toBe(1);

  const left = await outbox.sql<{ id: string }>('SELECT id FROM email ORDER BY id');
  expect(left.map(({ id }) => id)).toEqual([waiting.id, recent.id]);
  const messages = await outbox.sql<{ id: string }>('SELECT email_id AS id FROM email_message ORDER BY 1');
  expect(messages).toEqual(left);
});

it('deletes nothing that was accepted within the retention, whatever its last change says', async () => {
  const email = await outbox.send();
  await outbox.sql(
    `UPDATE email SET state = 'ACCEPTED', updated_at = now() - interval '40 days' WHERE id = $1`,
    [email.id],
  );
  expect(await purgeEmails(outbox.pool, { retentionDays: 30, now: new Date() })).toBe(0);
});

it('deletes no email with a link that still works', async () => {
  const server = await outbox.addServer({ port: 2526, attachmentAsUrlEnabled: true });
  const email = await outbox.send({
    server: { id: server.id },
    attachments: [{ filename: 'a.txt', base64: 'aGVsbG8=' }],
  });
  await outbox.sql(
    `UPDATE email SET state = 'ACCEPTED', updated_at = now() - interval '40 days' WHERE id = $1`,
    [email.id],
  );
  const now = new Date(Date.now() + 50 * DAY_MS);
  const purge = () => purgeEmails(outbox.pool, { retentionDays: 30, now });
  await purge();
  expect(await outbox.sql('SELECT FROM email WHERE id = $1', [email.id])).toHaveLength(1);
  await outbox.sql(`UPDATE attachment SET expires_at = now() WHERE email_id = $1`, [email.id]);
  await purge();
  expect(await outbox.sql('SELECT FROM email WHERE id = $1', [email.id])).toHaveLength(0);
});
