// The built product, started as `pnpm start` does it, in a directory of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { GraphqlConnection } from './graphql-connection.ts';
import { childrenOf, rssMb } from './process-tree.ts';

const program = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const administrator = { email: 'ada@example.org', password: 'correct horse battery staple' };

export interface PostroomOptions {
  dataDir?: string;
  environment?: Record<string, string>;
  /** Of Node, for both processes: `--cpu-prof`. */
  execArgv?: readonly string[];
}

export interface RunningPostroom {
  url: string;
  dataDir: string;
  /** From the start of the process to the line that says that it is ready. */
  readyAfterMs: number;
  /** Of the API, of the worker, of PostgreSQL. */
  pids: () => { api: number; worker: number | null; database: number };
  rss: () => { apiMb: number; workerMb: number };
  /** The directory of PostgreSQL's socket. */
  socketDirectory: () => string;
  stop: () => Promise<void>;
}

export async function startPostroom({
  dataDir = mkdtempSync(join(tmpdir(), 'postroom-bench-')),
  environment = {},
  execArgv = [],
}: PostroomOptions = {}): Promise<RunningPostroom> {
  if (!existsSync(program)) throw new Error('there is no build: run `node scripts/build.mjs`');
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...execArgv, program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      PORT: String(port),
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      ...environment,
    },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Postroom is ready')) break;
  }
  const readyAfterMs = performance.now() - startedAt;
  if (child.pid === undefined || child.exitCode !== null) throw new Error('Postroom did not start');
  const api = child.pid;
  const postmaster = () => readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const pids = () => {
    const database = Number(postmaster()[0]);
    const worker = childrenOf(api).find((pid) => isNode(pid)) ?? null;
    return { api, worker, database };
  };
  return {
    url: `http://localhost:${port}`,
    dataDir,
    readyAfterMs,
    pids,
    rss: () => ({ apiMb: rssMb(api), workerMb: rssMb(pids().worker ?? 0) }),
    socketDirectory: () => postmaster()[4] ?? '',
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function isNode(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--role');
}

/** A person in a session, who may do everything; then a script with a token. */
export async function signIn(url: string): Promise<GraphqlConnection> {
  const session = new GraphqlConnection(url, new Agent({ keepAlive: true }));
  await session.send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: administrator,
  });
  return session;
}

export async function createToken(session: GraphqlConnection): Promise<string> {
  const { createApiToken } = await session.send<{ createApiToken: { secret: string } }>(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on CreatedApiToken { secret } } }',
    { input: { name: 'bench', scopes: ['SERVERS_READ', 'EMAILS_SEND', 'EMAILS_READ'] } },
  );
  return createApiToken.secret;
}

export async function addServer(
  session: GraphqlConnection,
  server: { name: string; port: number; maxConnections?: number; timeoutSeconds?: number },
): Promise<string> {
  const { addSmtpServer } = await session.send<{ addSmtpServer: { id: string } }>(
    'mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { ... on SmtpServer { id } } }',
    { input: { hostname: '127.0.0.1', startTls: 'DISABLED', defaultFrom: 'ada@example.org', ...server } },
  );
  return addSmtpServer.id;
}

/** The worker comes up after the API; it is there when it has its lease. */
export async function workerReady(postroom: RunningPostroom): Promise<void> {
  while (postroom.pids().worker === null) await pause(20);
}

export function removeData(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}
