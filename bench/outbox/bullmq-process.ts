import { Queue, Worker } from 'bullmq';
import { CONNECTIONS, inBatches, testEmails, type TestEmail } from './contestant.ts';
import { onSubmit, type QueueRole, type QueueSettings } from './node-queue.ts';
import { pooledMailer } from './pooled-mailer.ts';

const role = process.argv[2] as QueueRole;
const { sinkPort, queue } = JSON.parse(process.argv[3] ?? '') as QueueSettings;
const connection = { host: '127.0.0.1', port: Number(queue) };

if (role === 'worker') {
  const send = pooledMailer(sinkPort);
  const worker = new Worker<TestEmail>('emails', (job) => send(job.data), {
    connection,
    concurrency: 2 * CONNECTIONS,
    removeOnComplete: { count: 0 },
  });
  await worker.waitUntilReady();
  process.send?.('ready');
} else {
  const emails = new Queue<TestEmail>('emails', { connection });
  await emails.waitUntilReady();
  const options = { attempts: 10, backoff: { type: 'exponential', delay: 60_000 } };
  onSubmit((count) =>
    inBatches(testEmails(count), { size: 100, atOnce: 4 }, (batch) =>
      emails.addBulk(batch.map((data) => ({ name: 'email', data, opts: options }))),
    ),
  );
}
