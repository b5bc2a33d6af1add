import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseProblem } from './database-problem.ts';
import { chooseAccount, type RunAs } from './postgres-account.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { ensureCluster } from './postgres-cluster.ts';
import { isServing, readPostmasterFile } from './postmaster.ts';

/** DATA_DIR with a cluster in it, and how to serve it. */
export interface PreparedDirectory {
  readonly path: string;
  readonly cluster: string;
  readonly program: string;
  readonly runAs: RunAs;
  /** PostgreSQL's own log. */
  readonly logFile: string;
}

export async function prepareDataDirectory(dataDir: string): Promise<PreparedDirectory | DatabaseProblem> {
  const binaries = findPostgresBinaries();
  if ('code' in binaries) return binaries;

  // Root's directory must let PostgreSQL's account through to the cluster; what lies beside it has modes of its own.
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const path = await realpath(dataDir);
  const cluster = join(path, 'postgres');
  const runAs = chooseAccount([dirname(binaries.postgres), path], cluster);
  if ('code' in runAs) return runAs;

  // A cluster that is being served right now is whole, and not to be touched.
  const postmaster = readPostmasterFile(cluster);
  const isServed = postmaster !== undefined && isServing(postmaster);
  const problem = isServed ? undefined : await ensureCluster(cluster, binaries, runAs);
  return problem ?? { path, cluster, program: binaries.postgres, runAs, logFile: join(path, 'postgres.log') };
}

/** Errors of the file system become a problem: no right to write, a file where a directory should be, a full or read-only disk. */
export async function usingDirectory<Result>(
  dataDir: string,
  work: () => Promise<Result | DatabaseProblem>,
): Promise<Result | DatabaseProblem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return unusable(dataDir, error.message);
    throw error;
  }
}

function unusable(dataDir: string, reason: string): DatabaseProblem {
  return {
    code: 'DIRECTORY_UNUSABLE',
    message: `The database cannot be kept in ${dataDir} (${reason}). Mend that, or set DATA_DIR to another directory.`,
  };
}
