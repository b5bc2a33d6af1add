import { greet, on, onceTold, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { OutboxForTests } from '../../../testing/outbox.ts';
import type { DeliveryWorker } from './delivery-worker.service.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterAll(() => outbox.close());

/** An email that has come as far as the script says, and nine that wait behind it. */
async function underWay(script: ScriptStep[]) {
  const smtp = await scriptedSmtpServer([[greet('220 mail.test ESMTP'), ...script]]);
  onTestFinished(() => smtp.close());
  const { id } = await outbox.addServer({ port: smtp.port, maxConnections: 1 });
  const worker = await outbox.startWorker();
  const first = await outbox.send({ server: { id } });
  await smtp.sees('MAIL');
  for (let count = 0; count < 9; count += 1) await outbox.send({ server: { id } });
  return { smtp, worker, serverId: id, first };
}

async function expectNothingInHand(worker: DeliveryWorker): Promise<void> {
  expect(await outbox.sql('SELECT id FROM email WHERE worker_id = $1', [worker.id])).toEqual([]);
  expect(await outbox.sql('SELECT id FROM delivery_worker WHERE id = $1', [worker.id])).toEqual([]);
}

it('a worker that is stopped lets the email under way end, and leaves the others to the next one', async () => {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const { smtp, worker, serverId, first } = await underWay([onceTold(told, '.', '250 Ok')]);
  await smtp.receives(1);
  const stopped = worker.stop();
  tell();
  await stopped;
  const states = await outbox.states(serverId);
  expect((await outbox.email(first.id)).state).toBe('ACCEPTED');
  expect(states.filter((state) => state === 'QUEUED')).toHaveLength(9);
  expect(smtp.commands.at(-1)).toBe('QUIT');
  await expectNothingInHand(worker);
});

it('one that does not end in time is uncertain once its dot was written', async () => {
  const { smtp, worker, first } = await underWay([on('.')]);
  await smtp.receives(1);
  await worker.stop(1);
  const [attempt] = await outbox.attempts(first.id);
  expect((await outbox.email(first.id)).state).toBe('UNCERTAIN');
  expect(attempt?.failure?.code).toBe('OUTCOME_UNKNOWN');
  await expectNothingInHand(worker);
});

it('one that does not end in time goes back untried before its dot', async () => {
  const { worker, first } = await underWay([on('MAIL')]);
  await worker.stop(1);
  expect(await outbox.email(first.id)).toMatchObject({ state: 'QUEUED', attemptCount: 0 });
  await expectNothingInHand(worker);
});

it('a worker ends although the database does not answer any more', async () => {
  const { worker } = await underWay([on('MAIL')]);
  const [blocker] = [await outbox.pool.connect()];
  await blocker.query('BEGIN');
  await blocker.query('LOCK TABLE email IN ACCESS EXCLUSIVE MODE');
  const stopped = vi.fn();
  const stopping = worker.stop(1).then(stopped);
  await vi.waitUntil(() => stopped.mock.calls.length > 0, { timeout: 20_000 });
  await blocker.query('ROLLBACK');
  blocker.release();
  await stopping;
});

it('what waits for its next try waits on when every process is started again', async () => {
  const smtp = await scriptedSmtpServer([[greet('220 mail.test ESMTP'), on('RCPT', '451 4.7.1 Later')]]);
  onTestFinished(() => smtp.close());
  const { id: serverId } = await outbox.addServer({ port: smtp.port });
  const worker = await outbox.startWorker();
  const { id } = await outbox.send({ server: { id: serverId } });
  const { nextAttemptAt } = await outbox.until(id, 'DEFERRED');
  await worker.stop();
  await outbox.startWorker();
  const other = await outbox.send({ server: { id: serverId } });
  await outbox.until(other.id, 'ACCEPTED', 'DEFERRED');
  expect(await outbox.email(id)).toMatchObject({ state: 'DEFERRED', nextAttemptAt });
});
