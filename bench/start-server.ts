import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServerReady } from './server-process.ts';

const program = fileURLToPath(new URL('server-process.ts', import.meta.url));

export interface RunningServer extends ServerReady {
  stop: () => Promise<void>;
}

export async function startServer(name: string): Promise<RunningServer> {
  const child = fork(program, [name], { execArgv: ['--import', 'tsx'] });
  // The first message of a server is always this one.
  const [ready] = (await once(child, 'message')) as [ServerReady];
  return {
    ...ready,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
