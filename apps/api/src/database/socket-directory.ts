// PostgreSQL's socket lives outside the data directory: the path of a socket has 107 bytes at most (103 on macOS), a repository's may have more.
import { chownSync, lstatSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dataOwner, firstClosedDirectory, type RunAs } from './postgres-account.ts';
import { socketPort } from './postmaster.ts';

const prefix = 'postroom-';
const longestSocketPath = 103;

/**
 * A directory that only PostgreSQL's account may enter. The one of an earlier start is used again; its path stands in
 * `postmaster.pid`, which is how another process finds it. The name is random, so that nobody can sit there before us.
 */
export function openSocketDirectory(runAs: RunAs, earlier: string | undefined): string {
  if (earlier && basename(earlier).startsWith(prefix) && isOursAlone(earlier, runAs)) return earlier;
  const directory = mkdtempSync(join(roomyParent(runAs), prefix));
  giveTo(runAs, directory);
  return directory;
}

/** For a postmaster that is started again while the service runs: its connections know this path and no other. */
export function reopenSocketDirectory(runAs: RunAs, directory: string): void {
  if (isOursAlone(directory, runAs)) return;
  mkdirSync(directory, { mode: 0o700 });
  giveTo(runAs, directory);
}

/** Leaves it where a socket is still in it. */
export function closeSocketDirectory(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // Somebody else uses it again already, or it is gone.
  }
}

function isOursAlone(directory: string, runAs: RunAs): boolean {
  const found = lstatSync(directory, { throwIfNoEntry: false });
  const owner = dataOwner(runAs)?.uid ?? process.getuid?.();
  return found !== undefined && found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}

function giveTo(runAs: RunAs, directory: string): void {
  const owner = dataOwner(runAs);
  if (owner) chownSync(directory, owner.uid, owner.gid);
}

function roomyParent(runAs: RunAs): string {
  const parent = tmpdir();
  const socket = join(parent, `${prefix}XXXXXX`, `.s.PGSQL.${socketPort}`);
  const owner = dataOwner(runAs);
  const closed = owner && firstClosedDirectory([parent], owner);
  return Buffer.byteLength(socket) <= longestSocketPath && !closed ? parent : '/tmp';
}
