// What a machine may run out of: room on its disk, memory, file handles.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withAdministrator } from '../harness/administrator.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { OutboxClient } from './outbox-client.ts';
import { RecordingSink } from './recording-sink.ts';
import { SupervisedPostroom } from './supervised-postroom.ts';

const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

/** In a container root may lack the right. */
function mounts(): boolean {
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', '/mnt']).status === 0;
  if (isMounted) execFileSync('umount', ['/mnt']);
  return isMounted;
}

async function aSink(path: string): Promise<RecordingSink> {
  const sink = await RecordingSink.open(path, () => 0);
  onTestFinished(() => sink.close());
  return sink;
}

describe('a disk that is full', () => {
  // Without the right to mount there is no small disk to fill.
  it.runIf(mayMount)(
    'refuses emails, loses none, and is used again when there is room',
    async () => {
      const folder = await temporaryFolder();
      const disk = join(folder.path, 'disk');
      execFileSync('mkdir', [disk]);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'none', disk]);
      const sink = await aSink(join(folder.path, 'accepted'));
      const env = { ...withAdministrator, LOG_LEVEL: 'error' };
      const postroom = new SupervisedPostroom(
        { dataDir: join(disk, 'data'), env },
        { hasSecondWorker: false },
      );
      await postroom.start();
      onTestFinished(async () => {
        await postroom.stop();
        execFileSync('umount', [disk]);
        await folder.remove();
      });
      const client = await OutboxClient.signIn(postroom.url);
      await client.addServer('Sink', sink.port);
      const acknowledged = [await client.send('Sink')];

      const filler = join(disk, 'filler');
      const { bavail, bsize } = await statfs(disk);
      await writeFile(filler, Buffer.alloc(bavail * bsize - 2_000_000, 'x'));
      // Stored in the database, then in a file of its own.
      const refusals: string[] = [];
      for (const text of ['A line of an email.\n'.repeat(5_000), 'A line of an email.\n'.repeat(50_000)]) {
        for (let count = 0; count < 60; count += 1) {
          const sent = await client.send('Sink', { text }).catch((error: unknown) => String(error));
          if (sent.startsWith('Error')) {
            refusals.push(sent);
            break;
          }
          acknowledged.push(sent);
        }
      }
      expect(refusals).toHaveLength(2);
      for (const refusal of refusals) expect(refusal).toMatch(/SERVICE_UNAVAILABLE/);
      await rm(filler);
      acknowledged.push(await client.send('Sink'));
      for (const id of acknowledged) await client.until(id, 'ACCEPTED');
      expect(sink.accepted).toHaveLength(acknowledged.length);
    },
    120_000,
  );
});

const mayLimit = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0;

/** File handles that a process may have beyond those that it has now. */
async function leaveHandles(pid: number | null, more: number): Promise<void> {
  const open = await readdir(`/proc/${String(pid)}/fd`);
  execFileSync('prlimit', ['--pid', String(pid), `--nofile=${String(open.length + more)}:`]);
}

async function startWithSink(env: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  const sink = await aSink(join(folder.path, 'accepted'));
  const postroom = new SupervisedPostroom(
    { dataDir: join(folder.path, 'data'), env: { ...withAdministrator, LOG_LEVEL: 'error', ...env } },
    { hasSecondWorker: false },
  );
  await postroom.start();
  onTestFinished(async () => {
    await postroom.stop();
    await folder.remove();
  });
  const client = await OutboxClient.signIn(postroom.url);
  await client.addServer('Sink', sink.port);
  return { sink, postroom, client };
}

/** Each of them once, however often it was asked for and whatever was answered. */
async function expectEachOnce(
  { sink, postroom, client }: Awaited<ReturnType<typeof startWithSink>>,
  emails: readonly { text: string; idempotencyKey: string }[],
  answers: readonly PromiseSettledResult<string>[],
): Promise<void> {
  for (const [index, email] of emails.entries()) {
    const answer = answers[index];
    const id = await client.send('Sink', email);
    if (answer?.status === 'fulfilled') expect(id).toBe(answer.value);
    await client.until(id, 'ACCEPTED', 'UNCERTAIN');
  }
  expect(new Set(sink.accepted).size).toBe(sink.accepted.length);
  expect(await postroom.sql('SELECT FROM email')).toHaveLength(emails.length);
}

const someEmails = (count: number, text: string) =>
  Array.from({ length: count }, () => ({ text, idempotencyKey: randomUUID() }));

describe('processes', () => {
  it('with little memory lose nothing, even where it ends them', async () => {
    const started = await startWithSink({ NODE_OPTIONS: '--max-old-space-size=128' });
    const emails = someEmails(60, 'A line of a long email.\n'.repeat(100_000));
    const answers = await Promise.allSettled(emails.map((email) => started.client.send('Sink', email)));
    // Too much at once: some have no answer. An operator's supervisor starts what has ended.
    expect(answers.filter(({ status }) => status === 'rejected')).not.toEqual([]);
    await started.postroom.kill('service');
    const client = await OutboxClient.signIn(started.postroom.url);
    await expectEachOnce({ ...started, client }, emails, answers);
  }, 120_000);

  it.runIf(mayLimit)(
    'without file handles refuse connections, lose nothing, and go on when there are some',
    async () => {
      const started = await startWithSink();
      const { postroom, client } = started;
      const service = await postroom.processId('service');
      for (const pid of [service, await postroom.processId('worker')]) await leaveHandles(pid, 3);
      const emails = someEmails(120, 'A line of an email.\n');
      const answers = await Promise.allSettled(emails.map((email) => client.send('Sink', email)));
      const refused = answers.filter((answer) => answer.status === 'rejected');
      expect(refused).not.toEqual([]);
      for (const { reason } of refused) expect(String(reason)).not.toContain('INTERNAL_SERVER_ERROR');
      postroom.expectService();
      await leaveHandles(service, 1000);
      // The next one has what the service has.
      await postroom.kill('worker');
      await expectEachOnce(started, emails, answers);
    },
    120_000,
  );
});
