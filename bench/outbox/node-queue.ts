// What a queue of the Node world and nodemailer have in common: a process that hands over, and one that delivers.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RunningContestant } from './contestant.ts';

/** The first argument of both processes. */
export type QueueRole = 'application' | 'worker';

export interface QueueSettings {
  sinkPort: number;
  /** Of the queue: a port of Redis, a URL of PostgreSQL. */
  queue: string;
}

export async function startQueue(
  script: string,
  settings: QueueSettings,
  { pids, stop }: { pids: () => number[]; stop: () => Promise<void> },
): Promise<RunningContestant> {
  const start = async (role: QueueRole): Promise<ChildProcess> => {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), [role, JSON.stringify(settings)], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    await once(child, 'message');
    return child;
  };
  const worker = await start('worker');
  const application = await start('application');
  return {
    async submit(count) {
      application.send(count);
      await once(application, 'message');
    },
    pids: () => [...pids(), worker.pid ?? 0, application.pid ?? 0],
    async stop() {
      for (const child of [application, worker]) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await stop();
    },
  };
}

/** In the process of the application: hands over as many emails as it is told, again and again. */
export function onSubmit(handOver: (count: number) => Promise<void>): void {
  process.on('message', (count: number) => {
    void handOver(count).then(() => process.send?.('taken'));
  });
  process.send?.('ready');
}
