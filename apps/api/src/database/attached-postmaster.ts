import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { PreparedDirectory } from './data-directory.ts';
import type { DatabaseProblem } from './database-problem.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { findPostmaster, readPostmasterFile, startPostmaster, type Postmaster } from './postmaster.ts';
import { openSocketDirectory, reopenSocketDirectory } from './socket-directory.ts';

export interface AttachedPostmaster extends Postmaster {
  /** The connection that holds the directory for this process. */
  readonly lock: Client;
}

/** Recovery after a crash reads the log written since the last checkpoint: seconds, on a slow disk a minute. */
const readyWithinMs = 120_000;
/** What a dead postmaster leaves (its sessions, its shared memory) goes away by itself; until then a new one refuses to start. */
const retryWithinMs = 10_000;
const lookEveryMs = 20;

/**
 * Looks, starts what is missing, looks again: whoever else starts, stops or kills a postmaster on this cluster meanwhile, it
 * ends with one postmaster and the lock, or with the reason why not.
 * @param socketDirectory where earlier connections expect the socket; a new place when left out
 */
export async function attachPostmaster(
  directory: PreparedDirectory,
  name: string,
  socketDirectory?: string,
): Promise<AttachedPostmaster | DatabaseProblem> {
  const begin = performance.now();
  let ours: ChildProcess | undefined;
  let mayRetry = false;
  while (performance.now() - begin < readyWithinMs) {
    const postmaster = findPostmaster(directory.cluster);
    if (postmaster?.socketDirectory) {
      const lock = await takeInstanceLock(postmaster.socketDirectory, name);
      if (lock.kind === 'HELD') return { ...postmaster, lock: lock.client };
      if (lock.kind === 'IN_USE') return inUse(directory, lock.holder);
    } else if (!ours) {
      const dead = readPostmasterFile(directory.cluster);
      mayRetry = dead !== undefined && performance.now() - begin < retryWithinMs;
      ours = start(directory, socketDirectory, dead);
    } else if (hasEnded(ours)) {
      if (!mayRetry) break;
      ours = undefined;
    }
    await pause(lookEveryMs);
  }
  return notReady(directory);
}

function start(
  directory: PreparedDirectory,
  socketDirectory: string | undefined,
  dead: Postmaster | undefined,
): ChildProcess {
  if (socketDirectory) reopenSocketDirectory(directory.runAs, socketDirectory);
  return startPostmaster({
    ...directory,
    socketDirectory: socketDirectory ?? openSocketDirectory(directory.runAs, dead?.socketDirectory),
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function inUse(directory: PreparedDirectory, holder: string): DatabaseProblem {
  return {
    code: 'IN_USE',
    message:
      `Another Postroom already uses ${directory.path} (${holder}). ` +
      'Stop that one first, or give this one a DATA_DIR of its own.',
  };
}

async function notReady({ cluster, logFile }: PreparedDirectory): Promise<DatabaseProblem> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const end = log.trim().split('\n').slice(-8).join('\n');
  return {
    code: 'NOT_READY',
    message: `PostgreSQL on ${cluster} does not get ready. ${logFile} ends with:\n${end}`,
  };
}
