import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { withAdministrator } from '../harness/administrator.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { OutboxClient } from './outbox-client.ts';
import { RecordingSink } from './recording-sink.ts';
import { SupervisedPostroom } from './supervised-postroom.ts';

const BACKLOG = 100_000;
const SENT = 5_000;

/** Resident, in MB, as Linux tells it. */
async function mostMemory(processId: number): Promise<number> {
  const status = await readFile(`/proc/${String(processId)}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1000;
}

it.runIf(process.platform === 'linux')(
  'while 100,000 emails wait, the processes that take them in and send them stay small',
  async () => {
    const folder = await temporaryFolder();
    const sink = await RecordingSink.open(join(folder.path, 'accepted'), () => 0);
    const env = { ...withAdministrator, LOG_LEVEL: 'error' };
    const postroom = new SupervisedPostroom(
      { dataDir: join(folder.path, 'data'), env },
      { hasSecondWorker: false },
    );
    await postroom.start();
    onTestFinished(async () => {
      await postroom.stop();
      await sink.close();
      await folder.remove();
    });
    const client = await OutboxClient.signIn(postroom.url);
    await client.addServer('Sink', sink.port);
    await client.addServer('Other', sink.port);
    const id = await client.send('Sink');
    await client.until(id, 'ACCEPTED');
    const worker = (await postroom.processId('worker')) ?? 0;
    process.kill(worker, 'SIGSTOP');
    await postroom.sql(
      `INSERT INTO email
       SELECT copy.* FROM email, generate_series(1, $2) AS number, LATERAL jsonb_populate_record(email, jsonb_build_object(
           'id', gen_random_uuid(), 'state', 'QUEUED', 'idempotency_key', null, 'due_at', now() - number * interval '1 millisecond')) copy
        WHERE email.id = $1`,
      [id, BACKLOG],
    );
    await postroom.sql(
      `INSERT INTO email_message (email_id, content)
       SELECT email.id, content FROM email, email_message WHERE email_id = $1 AND id <> $1`,
      [id],
    );
    process.kill(worker, 'SIGCONT');

    const service = (await postroom.processId('service')) ?? 0;
    // One of another server does not wait behind them; it is asked for again and again.
    await client.until(await client.send('Other'), 'ACCEPTED');
    await vi.waitUntil(() => sink.accepted.length > SENT, { timeout: 90_000, interval: 20 });
    for (const processId of [worker, service]) expect(await mostMemory(processId)).toBeLessThan(250);
  },
  180_000,
);
