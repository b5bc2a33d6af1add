import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { PreparedDirectory } from './data-directory.ts';
import type { DatabaseProblem } from './database-problem.ts';
import { takeInstanceLock } from './instance-lock.ts';
import {
  forgetPostmaster,
  isServing,
  readPostmasterFile,
  startPostmaster,
  type Postmaster,
} from './postmaster.ts';
import { createSocketDirectory, emptySocketDirectory, removeSocketDirectory } from './socket-directory.ts';

export interface AttachedPostmaster extends Postmaster {
  /** The connection that holds the directory for this process. */
  readonly lock: Client;
}

/** Recovery after a crash reads the log written since the last checkpoint: seconds, on a slow disk a minute. */
const readyWithinMs = 120_000;
/** What a dead postmaster leaves (its sessions, its shared memory) goes away by itself; until then a new one refuses to start. */
const retryWithinMs = 30_000;
const lookEveryMs = 20;

/**
 * Looks, starts what is missing, looks again: whoever else starts, stops or kills a postmaster on this cluster meanwhile, it
 * ends with one postmaster and the lock, or with the reason why not.
 * @param ownSocketDirectory the one of a postmaster of ours that died; the connections of this process know no other
 */
export async function attachPostmaster(
  directory: PreparedDirectory,
  name: string,
  ownSocketDirectory?: string,
): Promise<AttachedPostmaster | DatabaseProblem> {
  const begin = performance.now();
  let socketDirectory = ownSocketDirectory;
  let started: ChildProcess | undefined;
  let dead: Postmaster | undefined;
  while (performance.now() - begin < readyWithinMs) {
    const noted = readPostmasterFile(directory.cluster);
    if (noted && isServing(noted)) {
      const lock = await takeInstanceLock(noted.socketDirectory, name);
      if (lock.kind !== 'UNREACHABLE') removeUnlessServed(socketDirectory, noted);
      if (lock.kind === 'IN_USE') return inUse(directory, lock.holder);
      if (lock.kind === 'HELD') {
        removeUnlessServed(dead?.socketDirectory, noted);
        return { ...noted, lock: lock.client };
      }
    } else if (!started) {
      dead ??= noted;
      if (noted) forgetPostmaster(directory.cluster, noted);
      socketDirectory ??= createSocketDirectory(directory.runAs);
      emptySocketDirectory(socketDirectory);
      started = startPostmaster({ ...directory, socketDirectory });
    } else if (hasEnded(started)) {
      const mayGetBetter = dead !== undefined || (await meetsLeftovers(directory));
      if (!mayGetBetter || performance.now() - begin > retryWithinMs) break;
      started = undefined;
    }
    await pause(lookEveryMs);
  }
  if (socketDirectory) removeSocketDirectory(socketDirectory);
  return notReady(directory);
}

function removeUnlessServed(socketDirectory: string | undefined, postmaster: Postmaster): void {
  if (socketDirectory && socketDirectory !== postmaster.socketDirectory) {
    removeSocketDirectory(socketDirectory);
  }
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

/** Sessions of a dead postmaster hold its shared memory, also where nothing is left of its file: a start before this one removed it. */
async function meetsLeftovers({ logFile }: PreparedDirectory): Promise<boolean> {
  const end = await endOfLog(logFile, 3);
  return end.includes('pre-existing shared memory block');
}

async function notReady({ cluster, logFile }: PreparedDirectory): Promise<DatabaseProblem> {
  const end = await endOfLog(logFile, 8);
  return {
    code: 'NOT_READY',
    message: `PostgreSQL on ${cluster} does not get ready. ${logFile} ends with:\n${end}`,
  };
}

async function endOfLog(logFile: string, lines: number): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-lines).join('\n');
}
