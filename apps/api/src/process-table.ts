// What the operating system knows of a process: Linux by /proc (slim images have no `ps`), others by `ps`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessFacts {
  readonly pid: number;
  readonly parentPid: number;
  /** Opaque. With the pid it names one process for good: pids are used again, pairs are not. */
  readonly startedAt: string;
  readonly command: readonly string[];
}

/** The process, or undefined when it has ended. A zombie has ended: its parent merely has not looked yet. */
export function readProcess(pid: number): ProcessFacts | undefined {
  return process.platform === 'linux' ? readFromProc(pid) : readFromPs(pid);
}

export function isAlive(known: Pick<ProcessFacts, 'pid' | 'startedAt'>): boolean {
  return readProcess(known.pid)?.startedAt === known.startedAt;
}

function readFromProc(pid: number): ProcessFacts | undefined {
  let stat: string;
  let commandLine: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
  return parseProcStat(pid, stat, commandLine);
}

/** `man 5 proc_pid_stat`: the second field is the name in parentheses and may itself hold spaces and parentheses. */
export function parseProcStat(pid: number, stat: string, commandLine: string): ProcessFacts | undefined {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .trim()
    .split(' ');
  const [state, parentPid] = fields;
  const startTicks = fields[19];
  if (state === undefined || 'ZX'.includes(state) || startTicks === undefined) return undefined;
  const command = commandLine.replace(/\0$/, '').split('\0');
  return { pid, parentPid: Number(parentPid), startedAt: startTicks, command };
}

function readFromPs(pid: number): ProcessFacts | undefined {
  const columns = ['-o', 'ppid=', '-o', 'state=', '-o', 'lstart=', '-o', 'args='];
  const { stdout } = spawnSync('ps', [...columns, '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return parsePsLine(pid, stdout);
}

/** `  501 S    Sat Nov 22 19:15:01 2025 node dist/main.js`: the words of the command come back without their quotes. */
export function parsePsLine(pid: number, line: string): ProcessFacts | undefined {
  const match = /^\s*(\d+)\s+(\S+)\s+(\w+ +\w+ +\d+ +[\d:]+ +\d{4})\s+(.+?)\s*$/.exec(line);
  const [, parentPid, state, startedAt, command] = match ?? [];
  if (!parentPid || !state || !startedAt || !command || state.startsWith('Z')) return undefined;
  return { pid, parentPid: Number(parentPid), startedAt, command: command.split(' ') };
}
