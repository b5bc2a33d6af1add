import { greet, scriptedSmtpServer } from '@postroom/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { OutboxForTests } from '../../../testing/outbox.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => outbox.close());

const HOUR_MS = 3_600_000;

describe.each([
  { clock: 'an hour fast', offByMs: HOUR_MS },
  { clock: 'an hour slow', offByMs: -HOUR_MS },
])('a process whose clock is $clock', ({ offByMs }) => {
  it('sends nothing early and nothing late, and keeps its lease: the clock of the database counts', async () => {
    const smtp = await scriptedSmtpServer([[greet('220 mail.test ESMTP')]]);
    onTestFinished(() => smtp.close());
    const { id: serverId } = await outbox.addServer({ port: smtp.port });
    const later = await outbox.send({
      server: { id: serverId },
      subject: 'later',
      sendAt: new Date(Date.now() + HOUR_MS / 2),
    });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offByMs });
    const worker = await outbox.startWorker();
    // Accepted by that clock as well.
    const now = await outbox.send({ server: { id: serverId }, subject: 'now' });
    await outbox.until(now.id, 'ACCEPTED');

    expect(await outbox.email(later.id)).toMatchObject({ state: 'QUEUED', attemptCount: 0 });
    const [row] = await outbox.sql<{ lease: number; lifetime: number }>(
      `SELECT extract(epoch FROM lease_until - now())::float8 AS lease,
              (SELECT extract(epoch FROM expires_at - now())::float8 FROM email WHERE id = $2) AS lifetime
         FROM delivery_worker WHERE id = $1`,
      [worker.id, now.id],
    );
    expect(row?.lease).toBeGreaterThan(60);
    expect(row?.lease).toBeLessThanOrEqual(90);
    expect(row?.lifetime).toBeGreaterThan(5 * 86_400 - 60);
    expect(row?.lifetime).toBeLessThanOrEqual(5 * 86_400);

    await outbox.due(later.id);
    await outbox.until(later.id, 'ACCEPTED');
    await worker.stop();
    expect(smtp.messages).toHaveLength(2);
  });
});
