// The postmaster is PostgreSQL's first process. It is a child of ours only by chance: it may have outlived an earlier start.
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, readProcess } from '../process-table.ts';
import { dataOwner, spawnAs, type RunAs } from './postgres-account.ts';

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
    const [pid, , , , socketDirectory] = readFileSync(postmasterFile(cluster), 'utf8').split('\n');
    return { pid: Number(pid), socketDirectory: socketDirectory ?? '' };
  } catch {
    return undefined;
  }
}

/** Anything that is called postgres counts: two postmasters on one cluster would destroy it. */
export function isServing({ pid }: Postmaster): boolean {
  return basename(readProcess(pid)?.command[0] ?? '').startsWith('postgres');
}

/**
 * PostgreSQL takes any process of that number for a postmaster, and refuses to start: a stranger who got the number after a
 * power loss, or a zombie that nobody fetches (a container whose first process is no init). Its second safeguard, the shared
 * memory that belongs to the cluster, stands without the file.
 */
export function forgetPostmaster(cluster: string, dead: Postmaster): void {
  if (readPostmasterFile(cluster)?.pid === dead.pid) rmSync(postmasterFile(cluster), { force: true });
}

function postmasterFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
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
  const owner = dataOwner(start.runAs);
  if (owner) fchownSync(log, owner.uid, owner.gid);
  const args = ['-D', start.cluster, ...settings(start.socketDirectory)];
  const stdio: StdioOptions = ['ignore', log, log];
  const child = spawnAs(start.runAs, start.program, args, { cwd: start.cluster, detached: true, stdio });
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
    send(signal, pid);
    const deadline = performance.now() + seconds * 1000;
    while (performance.now() < deadline) {
      if (!isAlive(postmaster)) return;
      await pause(20);
    }
  }
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in this very moment.
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
