import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { SocketConnection } from '../src/database/database-connection.ts';
import type { DatabaseProblem } from '../src/database/database-problem.ts';

const program = fileURLToPath(new URL('embedded-postgres-process.ts', import.meta.url));

export interface PostgresProcess {
  readonly child: ChildProcess;
  /** What the start came to; never, when it is killed before. */
  readonly outcome: Promise<SocketConnection | DatabaseProblem>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export function startPostgresProcess(
  dataDir: string,
  account?: { uid: number; gid: number },
): PostgresProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  });
  return {
    child,
    outcome: outcomeOf(child.stdout),
    async kill(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function outcomeOf(output: Readable): PostgresProcess['outcome'] {
  const [printed] = (await once(output, 'data')) as [Buffer];
  // The other end writes exactly this: embedded-postgres-process.ts.
  return JSON.parse(printed.toString()) as SocketConnection | DatabaseProblem;
}
