import { greet, onceTold, scriptedSmtpServer } from '@postroom/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { DatabaseProxy } from '../../../testing/database-proxy.ts';
import { OutboxForTests } from '../../../testing/outbox.ts';
import type { DeliveryWorker } from './delivery-worker.service.ts';

let outbox: OutboxForTests;
let proxy: DatabaseProxy;

beforeAll(async () => {
  outbox = await OutboxForTests.open();
});
beforeEach(async () => {
  proxy = await DatabaseProxy.open(outbox.database.connection);
  onTestFinished(() => proxy.close());
});
afterAll(() => outbox.close());

/** Time goes by: the database has not heard of this worker for longer than its lease. */
async function leaseRunsOut({ id }: DeliveryWorker): Promise<void> {
  await outbox.sql(`UPDATE delivery_worker SET lease_until = now() - interval '1 second' WHERE id = $1`, [
    id,
  ]);
}

/** An email whose message a far worker, which has its database through the proxy, is about to send; and a near one beside it. */
async function atTheMessage() {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const hello = greet('220 mail.test ESMTP');
  const smtp = await scriptedSmtpServer([[hello, onceTold(told, 'DATA', '354 Go')], [hello]]);
  onTestFinished(() => smtp.close());
  const server = await outbox.addServer({ port: smtp.port, timeoutSeconds: 60 });
  const far = await outbox.startWorker({ connection: proxy.connection });
  const { id } = await outbox.send({ server: { id: server.id } });
  await smtp.sees('DATA');
  return { smtp, tell, far, id };
}

describe('a worker that the database cannot be reached from, and that nobody told so,', () => {
  it('sends no dot: its email goes out by another worker, once', async () => {
    const { smtp, tell, far, id } = await atTheMessage();
    proxy.stall();
    tell();
    const near = await outbox.startWorker();
    await leaseRunsOut(far);
    await outbox.until(id, 'ACCEPTED');
    proxy.resume();
    // It has then heard that the email is not its own any more.
    await Promise.all([far.stop(), near.stop()]);
    expect(smtp.connections).toBe(2);
    expect(smtp.messages).toHaveLength(1);
    expect(await outbox.attempts(id)).toHaveLength(2);
  });

  it('sends the dot that the database has noted once it hears of it, and nobody has sent the email meanwhile', async () => {
    const { smtp, tell, far, id } = await atTheMessage();
    proxy.stallAnswers();
    tell();
    await vi.waitUntil(
      async () => (await outbox.sql('SELECT FROM email WHERE id = $1 AND dot_written', [id])).length > 0,
      { timeout: 10_000 },
    );
    const near = await outbox.startWorker();
    await leaseRunsOut(far);
    await outbox.until(id, 'UNCERTAIN');
    expect(smtp.messages).toEqual([]);
    proxy.resume();
    expect(await outbox.until(id, 'ACCEPTED')).toMatchObject({ possibleDuplicate: false });
    await Promise.all([far.stop(), near.stop()]);
    expect(smtp.messages).toHaveLength(1);
  });

  it('goes on as soon as it can be reached again', async () => {
    const { smtp, tell, far, id } = await atTheMessage();
    proxy.stall();
    tell();
    await leaseRunsOut(far);
    proxy.resume();
    // Nobody took the email: the same worker sends it once its lease is renewed.
    await outbox.until(id, 'ACCEPTED');
    await far.stop();
    expect(smtp.messages).toHaveLength(1);
  });
});
