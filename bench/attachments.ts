// What a large file costs the memory of the two processes: as a picture of the html, as an attachment, and behind a link that is followed.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mailSink } from '@postroom/testing';

const GOAL_MB = 100;
const FILE_BYTES = 25 * 1024 * 1024;
const AT_ONCE = [1, 4];
const program = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));
if (!existsSync(program)) throw new Error('build the api first: pnpm --filter @postroom/api build');

const sink = await mailSink();
const dataDir = await mkdtemp(join(tmpdir(), 'postroom-bench-'));
const api = await startApi();
const cookie = await signIn();
const worker = childOf(api.child.pid ?? 0, '--role');
await addServer('In mails', false);
await addServer('As links', true);

// Everything is loaded, compiled and connected before it is measured.
for (const name of ['In mails', 'As links']) await send({ name, bytes: 100_000, isInline: false });

console.log(`a file of ${mb(FILE_BYTES)} MB; peaks above the resident size before, MB; goal ${GOAL_MB}`);
console.log(`${''.padEnd(34)}${'api'.padStart(8)}${'worker'.padStart(8)}${'seconds'.padStart(9)}`);
for (const count of AT_ONCE) {
  const times = count === 1 ? '' : `, ${String(count)} at once`;
  await measure(`picture of the html${times}`, count, () =>
    send({ name: 'In mails', bytes: FILE_BYTES, isInline: true }),
  );
  await measure(`attachment${times}`, count, () =>
    send({ name: 'In mails', bytes: FILE_BYTES, isInline: false }),
  );
  await measure(`link, and the download${times}`, count, () =>
    send({ name: 'As links', bytes: FILE_BYTES, isInline: false }),
  );
}

api.child.kill('SIGTERM');
await api.ended;
await sink.close();
rmSync(dataDir, { recursive: true });

async function measure(name: string, count: number, work: () => Promise<void>): Promise<void> {
  // The sizes of before have settled.
  await pause(2000);
  const processes = [api.child.pid ?? 0, worker];
  const before = processes.map((pid) => memoryOf(pid, 'VmRSS'));
  for (const pid of processes) writeFileSync(`/proc/${String(pid)}/clear_refs`, '5');
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, work));
  const seconds = (performance.now() - started) / 1000;
  const grown = processes.map((pid, index) => memoryOf(pid, 'VmHWM') - (before[index] ?? 0));
  const figures = grown.map((bytes) => mb(bytes).padStart(8)).join('');
  const verdict = grown.some((bytes) => bytes > GOAL_MB * 1e6) ? '  missed' : '';
  console.log(`${name.padEnd(34)}${figures}${seconds.toFixed(1).padStart(9)}${verdict}`);
}

/** Upload, send, wait until it has arrived, and follow its link where it has one. */
async function send(mail: { name: string; bytes: number; isInline: boolean }): Promise<void> {
  const uploaded = await fetch(`${api.url}/uploads`, {
    method: 'PUT',
    headers: { Cookie: cookie },
    body: Buffer.alloc(mail.bytes, 'x'),
  });
  const { uploadId } = (await uploaded.json()) as { uploadId: string };
  const subject = uploadId;
  await graphql(
    `
      mutation ($input: SendEmailInput!) {
        sendEmail(input: $input) {
          __typename
          ... on Refusal {
            message
          }
        }
      }
    `,
    {
      input: {
        server: { name: mail.name },
        from: 'ada@example.org',
        to: ['bob@example.net'],
        subject,
        html: '<img src="cid:logo">',
        attachments: [{ filename: 'a.bin', uploadId, ...(mail.isInline && { contentId: 'logo' }) }],
      },
    },
  );
  const raw = await arrived(subject);
  const link = /\/files\/[\w-]{43}/.exec(raw.replaceAll('=\r\n', ''))?.[0];
  if (link === undefined) return;
  let octets = 0;
  const answer = await fetch(api.url + link);
  for await (const chunk of answer.body ?? []) octets += (chunk as Uint8Array).length;
  if (octets !== mail.bytes) throw new Error('the link gave another file');
}

async function arrived(subject: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const { raw } = await sink.waitForMail(count);
    const head = raw.subarray(0, 4096).toString('latin1');
    if (head.includes(subject))
      return head.includes('/files/') || raw.length < 100_000 ? raw.toString('latin1') : head;
  }
}

async function startApi(): Promise<{ url: string; child: ChildProcess; ended: Promise<unknown> }> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: port,
      ADMIN_EMAIL: 'ada@example.org',
      ADMIN_PASSWORD: 'correct horse battery',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Postroom is ready')) resolve();
    });
    void ended.then(() => {
      reject(new Error('the api ended'));
    });
  });
  return { url: `http://localhost:${port}`, child, ended };
}

async function signIn(): Promise<string> {
  const input = { email: 'ada@example.org', password: 'correct horse battery' };
  const answer = await post(
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input },
    '',
  );
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

async function addServer(name: string, attachmentAsUrlEnabled: boolean): Promise<unknown> {
  const input = {
    name,
    hostname: '127.0.0.1',
    port: sink.port,
    startTls: 'DISABLED',
    attachmentAsUrlEnabled,
  };
  return graphql(
    'mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { __typename ... on SmtpServer { id } ... on Refusal { message } } }',
    { input },
  );
}

async function graphql(query: string, variables: object): Promise<unknown> {
  const answer = (await (await post(query, variables, cookie)).json()) as {
    data?: Record<string, { message?: string }>;
  };
  const [result] = Object.values(answer.data ?? {});
  if (result === undefined || result.message !== undefined) throw new Error(JSON.stringify(answer));
  return result;
}

function post(query: string, variables: object, cookies: string): Promise<Response> {
  return fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookies },
    body: JSON.stringify({ query, variables }),
  });
}

/** The process that `parent` has started with `argument`. */
function childOf(parent: number, argument: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const isChild = new RegExp(`^PPid:\\t${String(parent)}$`, 'm').test(
        readFileSync(`/proc/${pid}/status`, 'utf8'),
      );
      if (isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(argument)) return Number(pid);
    } catch {
      // It has ended meanwhile.
    }
  }
  throw new Error('the delivery process is not found');
}

/** Bytes; VmHWM is the highest VmRSS since it was last cleared. Linux alone tells. */
function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${String(pid)}/status`, 'utf8'),
  );
  return Number(line?.[1] ?? 0) * 1024;
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
