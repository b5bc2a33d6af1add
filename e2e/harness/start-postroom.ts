import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const program = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface PostroomOptions {
  dataDir: string;
  /** On top of the defaults; nothing of the developer's own settings reaches the product. */
  env?: Record<string, string>;
}

export interface Postroom {
  url: string;
  processId: number | undefined;
  /** Printed while there is no administrator. */
  setUpLink: string | null;
  /** All that it has printed so far. */
  output(): string;
  /** When it has ended, whoever ended it. */
  ended: Promise<unknown>;
  /** SIGTERM; throws unless the product ends by itself with code 0 within 30 s, as it promises. */
  stop(): Promise<void>;
  /** kill -9 of the server process: what a power cut or the kernel's out-of-memory killer does. */
  kill(): Promise<void>;
}

export interface StartingPostroom {
  url: string;
  /** Resolves at the line `Postroom is ready at <url>`; rejects with the output when the process ends before. */
  ready: Promise<Postroom>;
  /** The exit code (null = ended by a signal) and everything printed. */
  ended: Promise<{ code: number | null; output: string }>;
}

/** The built product, as its start command runs it. */
export async function startPostroom(options: PostroomOptions): Promise<Postroom> {
  return (await launchPostroom(options)).ready;
}

/** The same for a journey that looks at the start itself. */
export async function launchPostroom({ dataDir, env = {} }: PostroomOptions): Promise<StartingPostroom> {
  if (!existsSync(program)) throw new Error(`${program} is missing: build the product first (pnpm build)`);
  const port = String(await freePort());
  const child = spawn(process.execPath, [program], {
    cwd: repository,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let output = '';
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const { code } = await ended;
    clearTimeout(patience);
    if (code !== 0)
      throw new Error(`SIGTERM ended Postroom with ${String(code ?? 'a signal')} instead of 0:\n${output}`);
  };
  const kill = async (): Promise<void> => {
    // Not until its output has ended: its delivery process holds that too, and outlives it for a moment.
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };

  const ready = new Promise<Postroom>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const url = /^Postroom is ready at (\S+)\n/m.exec(output)?.[1];
      if (url === undefined) return;
      const setUpLink = /https?:\/\/\S+\/setup\S*/.exec(output)?.[0] ?? null;
      resolve({ url, processId: child.pid, setUpLink, output: () => output, ended, stop, kill });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(({ code }) => {
      reject(new Error(`Postroom ended with ${String(code ?? 'a signal')} before it was ready:\n${output}`));
    });
  });
  return { url: `http://127.0.0.1:${port}`, ready, ended };
}
