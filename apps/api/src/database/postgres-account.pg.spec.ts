import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { silentLog } from '../../testing/postgres.ts';
import { startPostgresProcess } from '../../testing/start-postgres-process.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { ensureEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { firstClosedDirectory } from './postgres-account.ts';

const nobody = { uid: 65534, gid: 65534 };
const here = fileURLToPath(new URL('.', import.meta.url));
const isRoot = process.getuid?.() === 0;
const hasUserNamespaces = spawnSync('unshare', ['--user', '--map-user=1', 'true']).status === 0;
/** False where the repository lies under a private home. */
const nobodyMayRunUs = isRoot && firstClosedDirectory([here], nobody) === undefined;

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
  if ('code' in postgres) throw new Error(postgres.message);
  onTestFinished(() => postgres.stop());
  return postgres;
}

function privateDirectory(owner: { uid: number; gid: number }): string {
  const directory = join(temporaryDirectory(), 'private');
  mkdirSync(directory);
  chmodSync(directory, 0o700);
  chownSync(directory, owner.uid, owner.gid);
  return directory;
}

describe.runIf(isRoot)('started by root', () => {
  it.runIf(nobodyMayRunUs)('PostgreSQL runs as another account, to whom its data belongs', async () => {
    const dataDir = temporaryDirectory();
    await start(dataDir);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
  });

  it.runIf(nobodyMayRunUs)('PostgreSQL gets back the data that root restored from a backup', async () => {
    const dataDir = temporaryDirectory();
    const before = await start(dataDir);
    await before.stop();
    spawnSync('chown', ['-R', '0:0', join(dataDir, 'postgres')]);
    await start(dataDir);
    expect(statSync(join(dataDir, 'postgres', 'PG_VERSION')).uid).not.toBe(0);
  });

  it.runIf(hasUserNamespaces)('PostgreSQL runs in a user namespace where only root may enter', async () => {
    const dataDir = privateDirectory({ uid: 0, gid: 0 });
    await start(dataDir);
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(0);
  });

  it('Postroom names the directory that is in the way of every account', async () => {
    const stranger = { uid: 12345, gid: 12345 };
    const directory = privateDirectory(stranger);
    const problem = await ensureEmbeddedPostgres({ dataDir: join(directory, 'data'), log: silentLog });
    expectProblem(problem, 'NO_ACCOUNT', `${directory} is closed to the user`);
  });
});

describe.runIf(nobodyMayRunUs)('started by an ordinary user', () => {
  it('PostgreSQL runs as that user', async () => {
    const dataDir = join(privateDirectory(nobody), 'data');
    const ordinary = startPostgresProcess(dataDir, nobody);
    expect(await ordinary.outcome).toMatchObject({ database: 'postroom' });
    expect(statSync(join(dataDir, 'postgres'))).toMatchObject(nobody);
    await ordinary.kill('SIGTERM');
  });

  it('a database that belongs to somebody else is refused in a sentence', async () => {
    const dataDir = temporaryDirectory();
    mkdirSync(join(dataDir, 'postgres'));
    const ordinary = startPostgresProcess(dataDir, nobody);
    expectProblem(await ordinary.outcome, 'WRONG_OWNER', 'belongs to the user with the id 0');
  });
});
