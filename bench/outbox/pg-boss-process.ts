import PgBoss from 'pg-boss';
import { CONNECTIONS, inBatches, testEmails, type TestEmail } from './contestant.ts';
import { onSubmit, type QueueRole, type QueueSettings } from './node-queue.ts';
import { pooledMailer } from './pooled-mailer.ts';

const role = process.argv[2] as QueueRole;
const { sinkPort, queue } = JSON.parse(process.argv[3] ?? '') as QueueSettings;
const boss = new PgBoss({ connectionString: queue });
await boss.start();
await boss.createQueue('emails');

/** As often as it allows; four loops, so that one batch is sent while the next is fetched. */
const FETCH = { batchSize: 4 * CONNECTIONS, pollingIntervalSeconds: 0.5 };

if (role === 'worker') {
  const send = pooledMailer(sinkPort);
  for (let loop = 0; loop < 4; loop += 1) {
    await boss.work<TestEmail>('emails', FETCH, async (jobs) => {
      await Promise.all(jobs.map(({ data }) => send(data)));
    });
  }
  process.send?.('ready');
} else {
  onSubmit((count) =>
    inBatches(testEmails(count), { size: 100, atOnce: 4 }, (batch) =>
      boss.insert(batch.map((data) => ({ name: 'emails', data, retryLimit: 10, retryBackoff: true }))),
    ),
  );
}
