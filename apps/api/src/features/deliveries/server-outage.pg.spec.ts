import { greet, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anEmail, OutboxForTests, sender } from '../../../testing/outbox.ts';

let outbox: OutboxForTests;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
afterAll(() => outbox.close());

const EMAILS = 300;

it('a server with much mail meets one connection of each process while it is down, and no more than it may have when it is back with everything that waits', async () => {
  let isDown = true;
  const closesWhileDown: ScriptStep = {
    verb: null,
    act: (connection) => {
      if (isDown) connection.hangUp();
    },
  };
  const smtp = await scriptedSmtpServer([[closesWhileDown, greet('220 mail.test ESMTP')]]);
  const { id } = await outbox.addServer({ port: smtp.port, maxConnections: 4 });
  const emails = Array.from({ length: EMAILS }, () => anEmail({ server: { id } }));
  await outbox.services.acceptance.sendAll(emails, sender);
  const workers = [await outbox.startWorker(), await outbox.startWorker()];

  await vi.waitUntil(() => smtp.connections >= 4, { timeout: 20_000 });
  // Of each process.
  expect(smtp.mostOpen).toBeLessThanOrEqual(workers.length);
  const tried = await outbox.sql('SELECT FROM delivery_attempt');
  // What waits behind them was not touched.
  expect(tried.length).toBeLessThanOrEqual(smtp.connections * 16);
  expect(tried.length).toBeLessThan(EMAILS / 2);

  isDown = false;
  // The last of the failures may be written only now.
  await vi.waitUntil(
    async () => {
      await outbox.sql(`UPDATE email SET due_at = now() WHERE state = 'DEFERRED'`);
      return smtp.messages.length >= EMAILS;
    },
    { timeout: 20_000, interval: 500 },
  );
  expect(smtp.mostOpen).toBeLessThanOrEqual(4);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(new Set(await outbox.states(id))).toEqual(new Set(['ACCEPTED']));
  expect(smtp.messages).toHaveLength(EMAILS);
  await smtp.close();
});
