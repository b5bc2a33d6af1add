// PostgreSQL's socket lives outside the data directory: the path of a socket has 107 bytes at most (103 on macOS), a repository's may have more.
import { chownSync, mkdtempSync, rmSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dataOwner, firstClosedDirectory, type RunAs } from './postgres-account.ts';
import { socketPort } from './postmaster.ts';

const prefix = 'postroom-';
const socket = `.s.PGSQL.${socketPort}`;
const longestSocketPath = 103;

/**
 * A new directory that only PostgreSQL's account may enter (mode 0700). Its name is random, so that nobody can sit there
 * before us; another process finds it in `postmaster.pid`.
 */
export function createSocketDirectory(runAs: RunAs): string {
  const directory = mkdtempSync(join(roomyParent(runAs), prefix));
  const owner = dataOwner(runAs);
  if (owner) chownSync(directory, owner.uid, owner.gid);
  return directory;
}

/** Of a postmaster that is dead for certain: PostgreSQL takes a zombie's lock file for a living one's. */
export function emptySocketDirectory(directory: string): void {
  for (const name of [socket, `${socket}.lock`]) rmSync(join(directory, name), { force: true });
}

export function removeSocketDirectory(directory: string): void {
  if (!basename(directory).startsWith(prefix)) return;
  emptySocketDirectory(directory);
  try {
    rmdirSync(directory);
  } catch {
    // Gone already, or somebody put something of his own there.
  }
}

function roomyParent(runAs: RunAs): string {
  const parent = tmpdir();
  const path = join(parent, `${prefix}XXXXXX`, socket);
  const owner = dataOwner(runAs);
  const closed = owner && firstClosedDirectory([parent], owner);
  return Buffer.byteLength(path) <= longestSocketPath && !closed ? parent : '/tmp';
}
