import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutboxForTests } from '../../../testing/outbox.ts';
import { StoredFileSweep } from '../attachments/index.ts';
import { EmailState } from '../emails/index.ts';
import { EmailPurge } from './email-purge.service.ts';

const DAY_MS = 86_400_000;
const RETENTION_DAYS = 30;
/** When an email that was sent now is old enough. */
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
  await outbox.addServer({ port: 25, attachmentAsUrlEnabled: true });
});
beforeEach(async () => {
  await outbox.sql('DELETE FROM email');
});
afterAll(() => outbox.close());

const purge = (now: Date) =>
  new EmailPurge({ pool: outbox.pool, retentionDays: RETENTION_DAYS, now: () => now });

async function anEmailIn(state: EmailState, email = {}): Promise<string> {
  const { id } = await outbox.send(email);
  await outbox.sql('UPDATE email SET state = $2 WHERE id = $1', [id, state]);
  return id;
}

async function kept(): Promise<EmailState[]> {
  const rows = await outbox.sql<{ state: EmailState }>('SELECT state FROM email ORDER BY state');
  return rows.map(({ state }) => state);
}

describe('emails older than RETENTION_DAYS', () => {
  it('go where nothing more happens to them, and stay where something does', async () => {
    for (const state of Object.values(EmailState)) await anEmailIn(state);
    expect(await purge(later(29)).run()).toBe(0);
    expect(await purge(later(31)).run()).toBe(4);
    expect(await kept()).toEqual(['QUEUED', 'SENDING', 'DEFERRED', 'HELD']);
  });

  it('go by the last thing that happened to them, not by the day they came', async () => {
    const id = await anEmailIn('ACCEPTED');
    await outbox.sql(`UPDATE email SET updated_at = now() + interval '10 days' WHERE id = $1`, [id]);
    expect(await purge(later(31)).run()).toBe(0);
    expect(await purge(later(41)).run()).toBe(1);
  });

  it('go with their messages and attempts, and the files of long messages after them', async () => {
    const id = await anEmailIn('FAILED', { text: 'A line of a long message.\n'.repeat(20_000) });
    await outbox.sql(
      `INSERT INTO delivery_attempt (email_id, number, server_revision, started_at, downgraded) VALUES ($1, 1, 1, now(), false)`,
      [id],
    );
    expect(await purge(later(31)).run()).toBe(1);
    for (const table of ['email_message', 'delivery_attempt', 'email']) {
      expect(await outbox.sql(`SELECT FROM ${table}`)).toEqual([]);
    }
    const { dataSource, storage } = outbox;
    const swept = await new StoredFileSweep({ dataSource, storage, now: () => new Date() }).run(0);
    expect(swept).toMatchObject({ files: 1 });
    const left: string[] = [];
    for await (const { key } of storage.list()) left.push(key);
    expect(left).toEqual([]);
  });

  it('stay as long as one of their links works', async () => {
    const attachments = [{ filename: 'a.pdf', base64: 'AA==' }];
    const id = await anEmailIn('ACCEPTED', { attachments });
    await outbox.sql(`UPDATE attachment SET expires_at = now() + interval '1 day' WHERE email_id = $1`, [id]);
    expect(await purge(later(31)).run()).toBe(0);
    await outbox.sql(`UPDATE attachment SET expires_at = now() WHERE email_id = $1`, [id]);
    expect(await purge(later(31)).run()).toBe(1);
  });

  it('go in batches, in any number of processes at once', async () => {
    await anEmailIn('ACCEPTED');
    await outbox.sql(
      `INSERT INTO email SELECT copy.* FROM email, generate_series(1, 1299) AS number,
         LATERAL jsonb_populate_record(email, jsonb_build_object('id', '019cac1d-07eb-7abc-8def-' || right(gen_random_uuid()::text, 12), 'size_bytes', number)) copy`,
    );
    const purged = await Promise.all([
      purge(later(31)).run(),
      purge(later(31)).run(),
      purge(later(31)).run(),
    ]);
    expect(purged.reduce((sum, emails) => sum + emails, 0)).toBe(1300);
    expect(await kept()).toEqual([]);
  });
});
