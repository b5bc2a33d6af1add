// PostgreSQL refuses to run with user id 0. Started by root (a container, a small server) it runs as somebody else.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseProblem } from './database-problem.ts';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * How PostgreSQL's programs are run: as the user we are; as another account (root only); or, where no other account may
 * enter the directories concerned, as root in a user namespace in which root bears another number (`man 1 unshare`).
 */
export type RunAs =
  | { readonly kind: 'SAME_USER' }
  | { readonly kind: 'ACCOUNT'; readonly account: Account }
  | { readonly kind: 'USER_NAMESPACE'; readonly insideAs: Account };

/** @param directories must be entered by PostgreSQL: those of its programs and of its data. */
export function chooseAccount(directories: readonly string[], cluster: string): RunAs | DatabaseProblem {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) return ordinaryUser(self, owner, cluster);

  // Debian's `postgres` before `nobody`, which other services may share; whoever owns the data already before both.
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const named = ['postgres', 'nobody'].flatMap((name) => findAccount(passwd, name) ?? []);
  const candidates = owner && owner.uid !== 0 ? [{ uid: owner.uid, gid: owner.gid }, ...named] : named;
  for (const account of candidates) {
    if (!firstClosedDirectory(directories, account)) return { kind: 'ACCOUNT', account };
  }
  const insideAs = named[0];
  if (insideAs && !firstClosedDirectory(directories, { uid: 0, gid: 0 }) && userNamespacesWork(insideAs)) {
    return { kind: 'USER_NAMESPACE', insideAs };
  }
  return noAccount(directories, candidates[0]);
}

/** The user to whom the data must belong, or undefined where that is ourselves anyway. */
export function dataOwner(runAs: RunAs): Account | undefined {
  if (runAs.kind === 'SAME_USER') return undefined;
  return runAs.kind === 'ACCOUNT' ? runAs.account : { uid: 0, gid: 0 };
}

/** `spawn` under that account. A bare environment: PGOPTIONS, LD_LIBRARY_PATH or a locale of ours must not reach PostgreSQL. */
export function spawnAs(runAs: RunAs, program: string, args: string[], options: SpawnOptions): ChildProcess {
  const bare = { ...options, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  if (runAs.kind === 'ACCOUNT') return spawn(program, args, { ...bare, ...runAs.account });
  if (runAs.kind === 'SAME_USER') return spawn(program, args, bare);
  return spawn('unshare', [...namespaceOptions(runAs.insideAs), program, ...args], bare);
}

/** The outermost directory on the way to one of `paths` that the account may not enter. Access lists (ACLs) are not read. */
export function firstClosedDirectory(paths: readonly string[], account: Account): string | undefined {
  return paths.flatMap(withParents).find((path) => !mayEnter(statSync(path), account));
}

function mayEnter({ mode, uid, gid }: Stats, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function withParents(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...withParents(parent), path];
}

function findAccount(passwd: string, name: string): Account | undefined {
  const line = passwd.split('\n').find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function namespaceOptions({ uid, gid }: Account): string[] {
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

function userNamespacesWork(insideAs: Account): boolean {
  return spawnSync('unshare', [...namespaceOptions(insideAs), 'true']).status === 0;
}

function ordinaryUser(
  self: number | undefined,
  owner: Stats | undefined,
  cluster: string,
): RunAs | DatabaseProblem {
  if (!owner || owner.uid === self) return { kind: 'SAME_USER' };
  return {
    code: 'WRONG_OWNER',
    message: `The database in ${cluster} belongs to the user with the id ${owner.uid}. Start Postroom as that user or as root.`,
  };
}

function noAccount(directories: readonly string[], account: Account | undefined): DatabaseProblem {
  const closed = account && firstClosedDirectory(directories, account);
  const reason = closed
    ? `${closed} is closed to the user with the id ${account.uid} (allow it to enter with \`chmod o+x\`)`
    : 'there is neither an account "postgres" nor "nobody"';
  return {
    code: 'NO_ACCOUNT',
    message:
      `PostgreSQL does not run as root, and ${reason}. ` +
      'Mend that, start Postroom as an ordinary user, or set DATABASE_URL.',
  };
}
