import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { silentLog } from '../../testing/postgres.ts';
import { startPostgresProcess } from '../../testing/start-postgres-process.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { readProcess } from '../process-table.ts';
import type { SocketConnection } from './database-connection.ts';
import type { DatabaseProblem } from './database-problem.ts';
import { ensureEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { readPostmasterFile, stopPostmaster } from './postmaster.ts';

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
  if ('code' in postgres) throw new Error(postgres.message);
  onTestFinished(() => postgres.stop());
  return postgres;
}

async function query(connection: SocketConnection, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ ...connection, ssl: false });
  await client.connect();
  let rows: unknown[] = [];
  for (const statement of statements) ({ rows } = await client.query(statement));
  await client.end();
  return rows;
}

function postmasterPid(dataDir: string): number {
  const pid = readPostmasterFile(join(dataDir, 'postgres'))?.pid;
  if (pid === undefined) throw new Error('there is no postmaster.pid');
  return pid;
}

/** When the test leaves a postmaster without a master. */
function stopPostmasterAfterwards(dataDir: string): void {
  onTestFinished(async () => {
    const postmaster = readPostmasterFile(join(dataDir, 'postgres'));
    if (postmaster) await stopPostmaster(postmaster.pid);
  });
}

function connectionOf(outcome: SocketConnection | DatabaseProblem): SocketConnection {
  if ('code' in outcome) throw new Error(outcome.message);
  return outcome;
}

const makeNote = ['CREATE TABLE note (text text NOT NULL)', "INSERT INTO note VALUES ('kept')"];
const readNote = 'SELECT text FROM note';
const kept = [{ text: 'kept' }];

describe('the embedded PostgreSQL', () => {
  it('keeps what was committed from one start to the next', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const first = await start(dataDir);
    await query(first.connection, ...makeNote);
    await first.stop();

    const second = await start(dataDir);
    expect(await query(second.connection, readNote)).toEqual(kept);
  });

  it('leaves neither a process nor a socket behind when it is stopped', async () => {
    const dataDir = temporaryDirectory();
    const postgres = await start(dataDir);
    const pid = postmasterPid(dataDir);
    await postgres.stop();

    expect(readProcess(pid)).toBeUndefined();
    expect(existsSync(postgres.connection.host)).toBe(false);
  });

  it('compares texts by code point and knows the case of every letter', async () => {
    const { connection } = await start(temporaryDirectory());
    expect(await query(connection, "SELECT lower('ÄØ') AS small, 'Z' < 'a' AS by_code_point")).toEqual([
      { small: 'äø', by_code_point: true },
    ]);
  });

  it('has the disk confirm every commit', async () => {
    const { connection } = await start(temporaryDirectory());
    const syncs = "SELECT sum(fsyncs)::integer AS count FROM pg_stat_io WHERE object = 'wal'";
    const flush = 'SELECT pg_stat_force_next_flush()';
    await query(connection, 'CREATE TABLE note (text text)', flush);
    const [before] = (await query(connection, syncs)) as { count: number }[];
    const commits = Array.from({ length: 10 }, () => "INSERT INTO note VALUES ('x')");
    await query(connection, ...commits, flush);
    const [after] = (await query(connection, syncs)) as { count: number }[];
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBeGreaterThanOrEqual(commits.length);
  });

  it.runIf(process.platform === 'linux')('listens on no TCP port', async () => {
    const dataDir = temporaryDirectory();
    await start(dataDir);
    const descriptors = `/proc/${postmasterPid(dataDir)}/fd`;
    const open = readdirSync(descriptors).map((name) => readlinkSync(join(descriptors, name)));
    const sockets = open.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
    const tcp = ['tcp', 'tcp6'].flatMap((name) => readFileSync(`/proc/net/${name}`, 'utf8').split(/\s+/));
    expect(sockets).not.toEqual([]);
    expect(sockets.filter((inode) => tcp.includes(inode))).toEqual([]);
  });
});

describe('a directory that cannot be served', () => {
  it('is refused when another PostgreSQL made it, with what to do', async () => {
    const dataDir = temporaryDirectory();
    const postgres = await start(dataDir);
    await postgres.stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const problem = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
    expectProblem(problem, 'WRONG_VERSION', 'made by PostgreSQL 17, and this Postroom brings PostgreSQL 18');
  });

  it('is refused with the reason when it is no directory', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    writeFileSync(dataDir, '');
    const problem = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
    expectProblem(
      problem,
      'DIRECTORY_UNUSABLE',
      `The database cannot be kept in ${dataDir} (EEXIST: file already exists`,
    );
  });

  it('is refused with the reason when something else lies where the database should', async () => {
    const dataDir = temporaryDirectory();
    mkdirSync(join(dataDir, 'postgres', 'photos'), { recursive: true });
    const problem = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
    expectProblem(problem, 'DIRECTORY_UNUSABLE', 'ENOTEMPTY: directory not empty');
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  it("is refused with the end of PostgreSQL's log when that does not start", async () => {
    const dataDir = temporaryDirectory();
    const postgres = await start(dataDir);
    await postgres.stop();
    writeFileSync(join(dataDir, 'postgres', 'postgresql.auto.conf'), 'shared_buffers = plenty\n');
    const problem = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
    expectProblem(problem, 'NOT_READY', 'invalid value for parameter "shared_buffers": "plenty"');
  });
});

describe('after a kill', () => {
  it('adopts the PostgreSQL that outlived its Postroom', async () => {
    const dataDir = temporaryDirectory();
    const killed = startPostgresProcess(dataDir);
    await query(connectionOf(await killed.outcome), ...makeNote);
    const pid = postmasterPid(dataDir);
    await killed.kill('SIGKILL');

    const next = await start(dataDir);
    expect(postmasterPid(dataDir)).toBe(pid);
    expect(await query(next.connection, readNote)).toEqual(kept);
  });

  it('recovers what was committed when PostgreSQL was killed with it', async () => {
    const dataDir = temporaryDirectory();
    const killed = startPostgresProcess(dataDir);
    await query(connectionOf(await killed.outcome), ...makeNote);
    await killed.kill('SIGKILL');
    process.kill(postmasterPid(dataDir), 'SIGKILL');

    const next = await start(dataDir);
    expect(await query(next.connection, readNote)).toEqual(kept);
  });

  it('starts a killed PostgreSQL again, at the same socket and with everything in it', async () => {
    const dataDir = temporaryDirectory();
    const postgres = await start(dataDir);
    await query(postgres.connection, ...makeNote);
    const restored = once(postgres.events, 'restored');
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await restored;

    expect(await query(postgres.connection, readNote)).toEqual(kept);
    expect(await query(postgres.connection, "SELECT FROM pg_locks WHERE locktype = 'advisory'")).toHaveLength(
      1,
    );
  });

  it('waits for the sessions that a killed PostgreSQL leaves behind, though its file is gone', async () => {
    const dataDir = temporaryDirectory();
    const postgres = await start(dataDir);
    await query(postgres.connection, ...makeNote);
    const session = new Client({ ...postgres.connection, ssl: false });
    session.on('error', () => undefined);
    await session.connect();
    const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const [{ pid }] = rows as [{ pid: number }];
    const restored = once(postgres.events, 'restored');
    const postmaster = postmasterPid(dataDir);
    // Frozen, it does not notice that its postmaster is gone.
    process.kill(pid, 'SIGSTOP');
    rmSync(join(dataDir, 'postgres', 'postmaster.pid'));
    process.kill(postmaster, 'SIGKILL');
    await vi.waitUntil(
      () => readFileSync(join(dataDir, 'postgres.log'), 'utf8').includes('pre-existing shared memory block'),
      { timeout: 20_000 },
    );
    process.kill(pid, 'SIGKILL');
    await restored;

    expect(await query(postgres.connection, readNote)).toEqual(kept);
  });

  it('is not misled by a postmaster.pid whose number belongs to a stranger now', async () => {
    const dataDir = temporaryDirectory();
    const postgres = await start(dataDir);
    await query(postgres.connection, ...makeNote);
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const [, ...rest] = readFileSync(file, 'utf8').split('\n');
    await postgres.stop();
    writeFileSync(file, [process.pid, ...rest].join('\n'));

    const next = await start(dataDir);
    expect(await query(next.connection, readNote)).toEqual(kept);
  });

  const unfinished = (dataDir: string) =>
    readdirSync(dataDir).find((name) => name.includes('unfinished')) ?? '-';
  it.each([
    ['its directory is empty', (dataDir: string) => join(dataDir, unfinished(dataDir))],
    ['initdb has begun', (dataDir: string) => join(dataDir, unfinished(dataDir), 'PG_VERSION')],
    [
      'initdb is half through',
      (dataDir: string) => join(dataDir, unfinished(dataDir), 'global', 'pg_control'),
    ],
    ['the cluster stands', (dataDir: string) => join(dataDir, 'postgres')],
    ['PostgreSQL is starting', (dataDir: string) => join(dataDir, 'postgres', 'postmaster.pid')],
  ])('completes a first start that was killed when %s', async (_, landmark) => {
    const dataDir = temporaryDirectory();
    const killed = startPostgresProcess(dataDir);
    await vi.waitUntil(() => existsSync(landmark(dataDir)), { interval: 1, timeout: 20_000 });
    await killed.kill('SIGKILL');

    const next = await start(dataDir);
    expect(await query(next.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(unfinished(dataDir)).toBe('-');
  });
});

describe('a second Postroom on the same directory', () => {
  it('is refused in a sentence that names the first', async () => {
    const dataDir = temporaryDirectory();
    stopPostmasterAfterwards(dataDir);
    const first = startPostgresProcess(dataDir);
    const { host } = connectionOf(await first.outcome);

    const problem = await ensureEmbeddedPostgres({ dataDir, log: silentLog });
    expect(problem).toEqual({
      code: 'IN_USE',
      message:
        `Another Postroom already uses ${dataDir} (postroom process ${first.child.pid} http://localhost:4000). ` +
        'Stop that one first, or give this one a DATA_DIR of its own.',
    });
    expect(existsSync(join(host, '.s.PGSQL.5432'))).toBe(true);
    await first.kill('SIGTERM');
  });

  it('gets the directory when the first is just stopping', async () => {
    const dataDir = temporaryDirectory();
    const first = await start(dataDir);
    await query(first.connection, ...makeNote);
    const second = startPostgresProcess(dataDir);
    const waiting = 'SELECT FROM pg_locks WHERE NOT granted';
    await vi.waitUntil(async () => (await query(first.connection, waiting)).length > 0, { timeout: 20_000 });
    await first.stop();

    expect(await query(connectionOf(await second.outcome), readNote)).toEqual(kept);
    await second.kill('SIGTERM');
  });

  it('may begin at the same moment: one of them gets the directory', async () => {
    const dataDir = temporaryDirectory();
    const both = [startPostgresProcess(dataDir), startPostgresProcess(dataDir)];
    const outcomes = await Promise.all(both.map(({ outcome }) => outcome));
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'READY')).sort()).toEqual([
      'IN_USE',
      'READY',
    ]);
    const winner = both[outcomes.findIndex((outcome) => 'host' in outcome)];
    await winner?.kill('SIGTERM');
  });
});
