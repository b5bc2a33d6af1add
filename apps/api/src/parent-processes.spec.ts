import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandParents, watchParents } from './parent-processes.ts';
import { readProcess, type ProcessFacts } from './process-table.ts';

/** Nearest parent first, as words. Numbers count up from 10. */
function parentsOf(...ancestors: string[][]): string[] {
  const read = (pid: number): ProcessFacts | undefined => {
    const command = ancestors[pid - 10];
    return command && { pid, parentPid: pid + 1, startedAt: 'then', command };
  };
  return commandParents(read, 10).map(({ command }) => command.join(' '));
}

const start = ['node', 'scripts/start.mjs'];
const shell = ['sh', '-c', 'node scripts/start.mjs'];
const pnpm = ['pnpm', 'start'];
const wrapper = ['sh', '-c', "'pnpm' start"];
const npx = ['npm exec pnpm@12.21.0 start', '', ''];

describe('the parents that belong to the command', () => {
  it('reach from start.mjs to npx', () => {
    const found = parentsOf(start, shell, pnpm, wrapper, npx, ['-bash'], ['sshd: clerk']);
    expect(found).toEqual([start, shell, pnpm, wrapper, npx].map((command) => command.join(' ')));
  });

  it.each([
    ['a login shell', ['-bash']],
    ['an interactive shell', ['/bin/zsh', '-i']],
    ['a shell that was given the command', ['sh', '-c', 'cd postroom && npx -y pnpm@12.21.0 start']],
    ['a program that starts it', ['node', 'supervise.js']],
    ['another program', ['python3', 'run.py']],
  ])('do not include %s', (_, above) => {
    expect(parentsOf(start, shell, pnpm, above, ['init'])).toHaveLength(3);
  });

  it('are recognised as scripts of node', () => {
    const byNode = ['/usr/bin/node', '/usr/lib/node_modules/npm/bin/npx-cli.js', 'pnpm', 'start'];
    expect(parentsOf(start, ['node', '/opt/pnpm/bin/pnpm.mjs', 'start'], byNode, ['-bash'])).toHaveLength(3);
  });

  it('are none for a service that was started directly', () => {
    expect(parentsOf(['-bash'], ['sshd: clerk'])).toEqual([]);
    expect(parentsOf(['/sbin/init'])).toEqual([]);
  });
});

describe('the watch on the parents', () => {
  it('tells of a parent that was killed', async () => {
    const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(parent, 'spawn');
    const known = readProcess(parent.pid ?? 0);
    if (!known) throw new Error('the parent has no entry');
    const ended = new Promise<ProcessFacts>((resolve) => {
      const watch = watchParents([known], resolve, 5);
      onTestFinished(() => watch.stop());
    });
    parent.kill('SIGKILL');
    expect(await ended).toEqual(known);
  });
});
