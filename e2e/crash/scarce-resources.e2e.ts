// What a machine may run out of: room on its disk, memory.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
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

describe('processes', () => {
  it('with little memory lose nothing, even where it ends them', async () => {
    const folder = await temporaryFolder();
    const sink = await aSink(join(folder.path, 'accepted'));
    const env = { ...withAdministrator, LOG_LEVEL: 'error', NODE_OPTIONS: '--max-old-space-size=128' };
    const postroom = new SupervisedPostroom(
      { dataDir: join(folder.path, 'data'), env },
      { hasSecondWorker: false },
    );
    await postroom.start();
    onTestFinished(async () => {
      await postroom.stop();
      await folder.remove();
    });
    let client = await OutboxClient.signIn(postroom.url);
    await client.addServer('Sink', sink.port);
    const text = 'A line of a long email.\n'.repeat(100_000);
    const keys = Array.from({ length: 60 }, () => randomUUID());
    const answers = await Promise.allSettled(
      keys.map((idempotencyKey) => client.send('Sink', { text, idempotencyKey })),
    );
    // Too much at once: some have no answer. An operator's supervisor starts what has ended.
    expect(answers.filter(({ status }) => status === 'rejected')).not.toEqual([]);
    await postroom.kill('service');
    client = await OutboxClient.signIn(postroom.url);
    for (const [index, idempotencyKey] of keys.entries()) {
      const answer = answers[index];
      const id = await client.send('Sink', { text, idempotencyKey });
      if (answer?.status === 'fulfilled') expect(id).toBe(answer.value);
      await client.until(id, 'ACCEPTED', 'UNCERTAIN');
    }
    expect(new Set(sink.accepted).size).toBe(sink.accepted.length);
    expect(await postroom.sql('SELECT FROM email')).toHaveLength(keys.length);
  }, 120_000);
});
