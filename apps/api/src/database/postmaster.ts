// The postmaster is PostgreSQL's first process. It is a child of ours only by chance: it may have outlived an earlier start.
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, readProcess } from '../process-table.ts';
import { spawnAs, type RunAs } from './postgres-account.ts';

export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
}

/** The port is no TCP port here, it only names the socket's file. */
export const socketPort = 5432;

const logLimitBytes = 1024 * 1024;

/** What `postmaster.pid` says, whether that process lives or not. The socket's line is written a moment after the first one. */
export function readPostmasterFile(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , , socketDirectory] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), socketDirectory: socketDirectory ?? '' };
  } catch {
    return undefined;
  }
}

/**
 * The living postmaster of the cluster. After a power loss its number may belong to a stranger, whom PostgreSQL would take for
 * it and refuse to start: the file is then removed. It stays for anything that is called postgres; two postmasters on one
 * cluster destroy it.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const noted = readPostmasterFile(cluster);
  const found = noted && readProcess(noted.pid);
  if (!found) return undefined;
  if (basename(found.command[0] ?? '').startsWith('postgres')) return noted;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

export interface PostmasterStart {
  readonly cluster: string;
  readonly program: string;
  readonly runAs: RunAs;
  readonly socketDirectory: string;
  readonly logFile: string;
}

/** In a session of its own: Ctrl-C in the terminal must reach the service, which then stops PostgreSQL in its turn. */
export function startPostmaster(start: PostmasterStart): ChildProcess {
  rotate(start.logFile);
  const log = openSync(start.logFile, 'a', 0o600);
  const child = spawnAs(
    start.runAs,
    start.program,
    ['-D', start.cluster, ...settings(start.socketDirectory)],
    {
      cwd: start.cluster,
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  // A spawn that fails shows as a postmaster that never comes up.
  child.on('error', () => undefined);
  child.unref();
  return child;
}

/**
 * Stops it as `pg_ctl stop` would: SIGINT ends the sessions and writes everything down. When the disk is too slow for that
 * within 20 s, SIGQUIT leaves the rest to the recovery of the next start; nothing committed is lost.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const postmaster = readProcess(pid);
  if (!postmaster) return;
  for (const [signal, seconds] of [['SIGINT', 20] as const, ['SIGQUIT', 5] as const]) {
    process.kill(pid, signal);
    const deadline = performance.now() + seconds * 1000;
    while (performance.now() < deadline) {
      if (!isAlive(postmaster)) return;
      await pause(20);
    }
  }
}

/** On the command line, which wins over a `postgresql.conf` that somebody tuned: what the service relies on. */
function settings(socketDirectory: string): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: `"${socketDirectory}"`,
    unix_socket_permissions: '0700',
    port: String(socketPort),
    fsync: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and details of errors hold what people entered: the log gets the bare message.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(logFile, `${logFile}.1`);
}
