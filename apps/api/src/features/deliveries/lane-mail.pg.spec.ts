import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { OutboxForTests } from '../../../testing/outbox.ts';
import { createLog } from '../../log.ts';
import { EmailsInHand } from './emails-in-hand.service.ts';
import { LaneMail } from './lane-mail.service.ts';
import type { ServerInUse } from './ports.ts';
import { readReleasedAt } from './server-holds.sql.ts';
import { renewLease } from './worker-lease.sql.ts';

it('gives back what a claim brings that was still on its way when the lane ended', async () => {
  const outbox = await OutboxForTests.open();
  onTestFinished(() => outbox.close());
  const { pool } = outbox;
  const { id, revision } = await outbox.addServer({ port: 25 });
  for (let count = 0; count < 3; count += 1) await outbox.send({ server: { id } });
  const workerId = randomUUID();
  await renewLease(pool, workerId);
  const server = { id, revision, releasedAt: (await readReleasedAt(pool, id)) ?? '' } as ServerInUse;
  const log = createLog('silent', { write: () => undefined });
  const inHand = new EmailsInHand({ pool, workerId, log });
  const lane = { mostClaimed: () => 2, cameMany: vi.fn(), settingsChanged: vi.fn(), pause: vi.fn() };
  const mail = new LaneMail(id, false, lane, {
    pool,
    workerId,
    loadServer: () => Promise.resolve(server),
    inHand,
    findings: {} as never,
    log,
  });

  const first = await mail.take();
  const other = new Client({ ...outbox.database.connection, ssl: false });
  await other.connect();
  onTestFinished(() => other.end());
  await other.query('BEGIN');
  await other.query('LOCK TABLE email IN ACCESS EXCLUSIVE MODE');
  // Half of the first claim is left, so the next one begins, for others than whoever takes this one.
  const second = await mail.take();
  const isClaimWaiting = async () => {
    const { rows } = await other.query<{ waits: boolean }>(
      'SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted) AS waits',
    );
    return rows[0]?.waits;
  };
  await vi.waitUntil(isClaimWaiting, { timeout: 10_000 });
  const closed = mail.close();
  await other.query('COMMIT');
  await closed;
  await inHand.emptied(10_000);
  const begun = [first, second].map((work) => work?.email.id);
  const held = await outbox.sql<{ id: string }>('SELECT id FROM email WHERE worker_id = $1', [workerId]);
  expect(held.map((email) => email.id).sort()).toEqual(begun.sort());
});
