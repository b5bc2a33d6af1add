// Postroom with a supervisor, as an operator runs it: the service (the API, its delivery process, its PostgreSQL) and a second
// delivery process on the same database. Whatever is killed is started again at once.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { startPostroom, type Postroom, type PostroomOptions } from '../harness/start-postroom.ts';

const program = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

export const VICTIMS = ['service', 'worker', 'second worker', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

export class SupervisedPostroom {
  readonly #options: PostroomOptions;
  readonly #hasSecondWorker: boolean;
  #service: Postroom | null = null;
  /** What a service printed that ended although nobody ended it. */
  #unasked: string | null = null;
  #url = '';
  #secondWorker: ChildProcess | null = null;
  #socketDirectory = '';
  #isStopping = false;

  /** `hasSecondWorker`: else the service is alone with its own. */
  constructor(options: PostroomOptions, { hasSecondWorker = true } = {}) {
    this.#options = options;
    this.#hasSecondWorker = hasSecondWorker;
  }

  /** Of the service that runs, or ran last. */
  get url(): string {
    return this.#url;
  }

  async start(): Promise<void> {
    await this.#startService();
  }

  /** kill -9. False = there is no such process just now. */
  async kill(victim: Victim): Promise<boolean> {
    if (victim === 'service') {
      const service = this.#service;
      this.#service = null;
      await service?.kill();
      this.#unasked = null;
      await this.#startService();
      return true;
    }
    return this.signal(victim, 'SIGKILL');
  }

  /** Of the service that runs, its own delivery process included. */
  output(): string {
    return this.#service?.output() ?? '';
  }

  /** Throws when the service has ended by itself: whatever is killed beside it, it is to go on. */
  expectService(): void {
    if (this.#unasked !== null) throw new Error(`the service ended by itself:\n${this.#unasked}`);
  }

  async signal(victim: Victim, signal: NodeJS.Signals): Promise<boolean> {
    const pid = await this.processId(victim);
    if (pid !== null) process.kill(pid, signal);
    return pid !== null;
  }

  /** null = there is no such process just now. */
  async processId(victim: Victim): Promise<number | null> {
    if (victim === 'service') return this.#service?.processId ?? null;
    if (victim === 'second worker') return this.#secondWorker?.pid ?? null;
    if (victim === 'postgres') return (await this.#postmaster().catch(() => null))?.pid ?? null;
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
    const parent = String(this.#service?.processId);
    const own = stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .find(([, ppid, ...args]) => ppid === parent && args.includes('worker'));
    return own === undefined ? null : Number(own[0]);
  }

  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async connect(user = 'postroom'): Promise<Client> {
    const { socketDirectory: host } = await this.#postmaster();
    const client = new Client({ host, port: 5432, user, database: 'postroom' });
    await client.connect();
    return client;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const worker = this.#secondWorker;
    if (worker !== null) {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
    }
    await this.#service?.stop();
  }

  async #startService(): Promise<void> {
    const service = await startPostroom(this.#options);
    this.#service = service;
    void service.ended.then(() => {
      if (this.#service === service && !this.#isStopping) this.#unasked = service.output();
    });
    this.#url = service.url;
    const { socketDirectory } = await this.#postmaster();
    // PostgreSQL died together with the service: the new one has another door.
    if (socketDirectory !== this.#socketDirectory) this.#secondWorker?.kill('SIGKILL');
    this.#socketDirectory = socketDirectory;
    if (this.#hasSecondWorker && this.#secondWorker === null) this.startSecondWorker();
  }

  /** For a service that was begun alone. */
  startSecondWorker(): void {
    const { dataDir, env = {} } = this.#options;
    const url = `postgresql://postroom@localhost/postroom?host=${encodeURIComponent(this.#socketDirectory)}`;
    const worker = spawn(process.execPath, [program, '--role', 'worker'], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, ...env, DATABASE_URL: url },
      stdio: 'ignore',
    });
    this.#secondWorker = worker;
    worker.once('exit', () => {
      this.#secondWorker = null;
      // Where the database is away it ends, and is started again until it is back.
      if (!this.#isStopping) setTimeout(() => this.startSecondWorker(), 100);
    });
  }

  async #postmaster(): Promise<{ pid: number; socketDirectory: string }> {
    const file = await readFile(join(this.#options.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    const [pid, , , , socketDirectory = ''] = file.split('\n');
    return { pid: Number(pid), socketDirectory };
  }
}
