// The service is the last of a chain: npx, sh, pnpm, sh, start.mjs. Killing one of them kills no other, so the service looks up.
import { basename } from 'node:path';
import { isAlive, readProcess, type ProcessFacts } from './process-table.ts';

const packageManagers = new Set(['npm', 'npx', 'pnpm', 'pnpx']);
const scripts = /^(npm|npx|pnpm|pnpx)(-cli)?(\.c?js|\.mjs)?$|^start\.mjs$/;

/**
 * The ancestors that belong to the command by which the service was started, nearest first. The user's shell, a supervisor or
 * a program that merely starts the command belongs to it as little as a `sh -c` above all package managers.
 */
export function commandParents(
  read: typeof readProcess = readProcess,
  parentPid = process.ppid,
): ProcessFacts[] {
  const parents: ProcessFacts[] = [];
  let certain = 0;
  for (let parent = read(parentPid); parent; parent = read(parent.parentPid)) {
    if (!isRunner(parent) && !isShellCommand(parent)) break;
    parents.push(parent);
    if (isRunner(parent)) certain = parents.length;
  }
  return parents.slice(0, certain);
}

/** Calls `onEnd` once, when the first of them has ended. Polling, for no system tells a grandchild; it costs some 50 µs a look. */
export function watchParents(
  parents: readonly ProcessFacts[],
  onEnd: (ended: ProcessFacts) => void,
  everyMs = 250,
): { stop(): void } {
  const timer = setInterval(() => {
    const ended = parents.find((parent) => !isAlive(parent));
    if (!ended) return;
    clearInterval(timer);
    onEnd(ended);
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** npm writes its whole command line into its name: `npm exec pnpm@12.21.0 start`. */
function isRunner({ command: [program = '', script = ''] }: ProcessFacts): boolean {
  const name = basename(program.split(' ')[0] ?? '');
  return packageManagers.has(name) || (name === 'node' && scripts.test(basename(script)));
}

function isShellCommand({ command: [program = '', option] }: ProcessFacts): boolean {
  return /^(ba|da|z)?sh$/.test(basename(program)) && option === '-c';
}
