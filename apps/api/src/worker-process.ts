import { fork, type ChildProcess } from 'node:child_process';
import type { Logger } from 'pino';
import type { DatabaseConnection } from './database/database-connection.ts';

/** A worker that ends unasked is started again at once, then after ever longer pauses. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** One that ran for so long had started well. */
const STEADY_MS = 60_000;
/** It gives itself 25 s, and this process must have ended after 30. */
const STOP_MS = 27_000;

/** Keeps a delivery process running beside this one: started, watched, started again, stopped. */
export class WorkerProcess {
  readonly #ports: { script: string; connection: DatabaseConnection; log: Logger };
  #child: ChildProcess | null = null;
  #restart: NodeJS.Timeout | null = null;
  #pauseMs = FIRST_PAUSE_MS;
  #isStopping = false;

  constructor(ports: { script: string; connection: DatabaseConnection; log: Logger }) {
    this.#ports = ports;
  }

  start(): void {
    const { script, connection, log } = this.#ports;
    const startedAt = performance.now();
    // Out of the terminal's group: Ctrl-C reaches this process alone, which stops the worker in its own order.
    const child = fork(script, ['--role', 'worker'], { detached: true });
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (this.#isStopping) return;
      if (performance.now() - startedAt > STEADY_MS) this.#pauseMs = FIRST_PAUSE_MS;
      log.error(
        { event: 'worker.ended', code, signal, againInMs: this.#pauseMs },
        'The delivery process ended',
      );
      this.#startLater();
    });
    child.on('error', (error) => {
      log.error(
        { event: 'worker.failed', err: error },
        'The delivery process could not be started or reached',
      );
      // Out of memory or processes: there is no process, and so no end of one.
      if (child.pid === undefined) this.#startLater();
    });
    // The worker ends when this channel does: it never outlives this process.
    if (child.pid !== undefined) child.send({ connection });
  }

  #startLater(): void {
    this.#child = null;
    if (this.#isStopping) return;
    this.#restart = setTimeout(() => {
      this.start();
    }, this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const cut = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(cut);
  }
}
