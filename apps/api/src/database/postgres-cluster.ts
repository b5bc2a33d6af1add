// The cluster is PostgreSQL's word for its directory of data. It is made aside and renamed, so that one that stands under its name is whole.
import { spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readProcess } from '../process-table.ts';
import type { DatabaseProblem } from './database-problem.ts';
import { dataOwner, spawnAs, type RunAs } from './postgres-account.ts';
import { wrongCLibrary, type PostgresBinaries } from './postgres-binaries.ts';

/** The role that initdb makes; the service itself works as `databaseOwner`, which is no superuser. */
export const superuser = 'postgres';

/**
 * `trust`: the private directory of the socket is the door, and only its owner passes it. The built-in locale sorts by code
 * point, knows every letter's case, and does not change with the libraries of the system.
 */
const clusterOptions = [
  ...['--username', superuser, '--auth', 'trust', '--encoding', 'UTF8', '--no-instructions'],
  ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
];

const unfinished = /^postgres\.unfinished-(\d+)-/;

/** Makes the cluster unless it is there, and sees that it fits the binaries and belongs to the account that will serve it. */
export async function ensureCluster(
  cluster: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
): Promise<DatabaseProblem | undefined> {
  await removeUnfinished(dirname(cluster));
  const version = await majorVersion(cluster);
  if (version === undefined) return createCluster(cluster, binaries, runAs);
  if (version !== binaries.majorVersion) return wrongVersion(cluster, version, binaries.majorVersion);
  return takeOver(cluster, runAs);
}

async function createCluster(
  cluster: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
): Promise<DatabaseProblem | undefined> {
  const suffix = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const directory = join(dirname(cluster), `postgres.unfinished-${suffix}`);
  await mkdir(directory, { mode: 0o700 });
  const owner = dataOwner(runAs);
  if (owner) chownSync(directory, owner.uid, owner.gid);

  try {
    const args = ['--pgdata', directory, ...clusterOptions];
    const initdb = spawnAs(runAs, binaries.initdb, args, {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const problem = await outcomeOf(initdb);
    if (!problem) await renameOnto(directory, cluster);
    return problem;
  } finally {
    // After the rename there is nothing of that name.
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Another starter may have been first: a directory cannot be renamed onto one that holds something. */
async function renameOnto(directory: string, cluster: string): Promise<void> {
  try {
    await rename(directory, cluster);
  } catch (error) {
    if ((await majorVersion(cluster)) !== undefined) return;
    throw error;
  }
  // The new name survives a power loss only once its directory is synced.
  const parent = await open(dirname(cluster));
  await parent.sync();
  await parent.close();
}

/** Leftovers of a killed first start; its initdb may still be writing for a moment, hence the retries. */
async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const directory = join(dataDir, name);
    const maker = unfinished.exec(name)?.[1];
    if (maker && (await isAbandoned(directory, Number(maker)))) {
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

/** In a container each start has the same process id: what is older than this process was not made by it. */
async function isAbandoned(directory: string, maker: number): Promise<boolean> {
  if (maker !== process.pid) return readProcess(maker) === undefined;
  return (await stat(directory)).mtimeMs < performance.timeOrigin;
}

async function majorVersion(cluster: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/** Root may have restored the data from a backup, or moved it to where another account must serve it. */
async function takeOver(cluster: string, runAs: RunAs): Promise<undefined> {
  const owner = dataOwner(runAs);
  if (owner && (await stat(cluster)).uid !== owner.uid) {
    spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, cluster]);
  }
}

async function outcomeOf(initdb: ChildProcess): Promise<DatabaseProblem | undefined> {
  const said: Buffer[] = [];
  initdb.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  initdb.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    initdb.once('error', () => resolve(wrongCLibrary()));
    initdb.once('close', (status) => {
      const output = Buffer.concat(said).toString().trim();
      resolve(
        status === 0
          ? undefined
          : { code: 'INITDB_FAILED', message: `PostgreSQL's initdb failed:\n${output}` },
      );
    });
  });
}

function wrongVersion(cluster: string, found: number, wanted: number): DatabaseProblem {
  return {
    code: 'WRONG_VERSION',
    message:
      `The database in ${cluster} was made by PostgreSQL ${found}, and this Postroom brings PostgreSQL ${wanted}. ` +
      'Start the Postroom that made it and move the data with pg_dump, or give this one another DATA_DIR.',
  };
}
