// Postfix's smtp-sink: takes every email, and counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export interface SmtpSink {
  port: number;
  /** Emails taken so far. */
  taken: () => number;
  /** Resolves at the moment when it has taken so many in all. Throws when nothing has come for 30 s. */
  hasTaken: (count: number) => Promise<void>;
  stop: () => Promise<void>;
}

const NOTHING_MS = 30_000;

export async function startSmtpSink(): Promise<SmtpSink> {
  const port = await freePort();
  // Where it is started by root it wants to be somebody else.
  const account = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn('smtp-sink', [...account, '-c', `127.0.0.1:${port}`, '1000'], {
    // It tells of every connection that is idle for too long.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let taken = 0;
  let lastAt = performance.now();
  let expected: { count: number; resolve: () => void } | null = null;
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    // The counters, written anew over the line with each change: `sess=1 quit=0 mesg=12`.
    const lines = (rest + chunk.toString('latin1')).split('\r');
    rest = lines.pop() ?? '';
    for (const line of lines) taken = Math.max(taken, Number(/mesg=(\d+)/.exec(line)?.[1] ?? 0));
    lastAt = performance.now();
    if (expected !== null && taken >= expected.count) expected.resolve();
  });
  while (!(await answers(port))) await pause(20);
  return {
    port,
    taken: () => taken,
    async hasTaken(count) {
      if (taken >= count) return;
      lastAt = performance.now();
      await new Promise<void>((resolve, reject) => {
        const watch = setInterval(() => {
          if (performance.now() - lastAt < NOTHING_MS) return;
          clearInterval(watch);
          reject(new Error(`the sink has taken ${taken} of ${count} emails, and nothing comes any more`));
        }, 1000);
        expected = {
          count,
          resolve: () => {
            clearInterval(watch);
            resolve();
          },
        };
      });
      expected = null;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.end('QUIT\r\n');
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
