// BullMQ on Debian's Redis, and nodemailer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../service/free-port.ts';
import type { Contestant } from './contestant.ts';
import { startQueue } from './node-queue.ts';

/** `always` keeps what it has answered to; `everysec`, its usual setting, may lose a second of it. */
export const bullmq = (appendfsync: 'always' | 'everysec'): Contestant => ({
  name: `BullMQ, fsync ${appendfsync}`,
  async start(sinkPort) {
    const home = mkdtempSync(join(tmpdir(), 'redis-bench-'));
    const port = await freePort();
    const options = { port, bind: '127.0.0.1', dir: home, save: '', appendonly: 'yes', appendfsync };
    const redis = spawn(
      'redis-server',
      Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
      { stdio: 'ignore' },
    );
    return startQueue(
      './bullmq-process.ts',
      { sinkPort, queue: String(port) },
      {
        pids: () => [redis.pid ?? 0],
        async stop() {
          redis.kill('SIGKILL');
          await once(redis, 'exit');
          rmSync(home, { recursive: true, force: true });
        },
      },
    );
  },
});
