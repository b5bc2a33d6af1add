import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

function tool(name: string): string {
  const path = ['/usr/sbin', '/usr/local/sbin', '/usr/bin']
    .map((folder) => `${folder}/${name}`)
    .find(existsSync);
  if (path !== undefined) return path;
  console.error(`${name} is missing: it comes with Postfix (Debian: apt install postfix; it need not run).`);
  process.exit(1);
}

export interface Sink {
  port: number;
  stop(): Promise<void>;
}

/** Postfix's server for measurements: it takes everything and keeps nothing. */
export async function startSink(): Promise<Sink> {
  const port = await freePort();
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const sink = spawn(tool('smtp-sink'), [...user, `127.0.0.1:${port}`, '100'], { stdio: 'inherit' });
  process.once('exit', () => sink.kill());
  while (!(await answers(port))) {
    if (sink.exitCode !== null) throw new Error(`smtp-sink ended with ${String(sink.exitCode)}`);
    await pause(20);
  }
  return {
    port,
    async stop() {
      sink.kill();
      await exitOf(sink);
    },
  };
}

/** Postfix's client for measurements: so many emails of so many bytes, over as many connections as sessions. */
export async function runSource(order: { port: number; emails: number; connections: number; bytes: number }) {
  const { port, emails, connections, bytes } = order;
  const options = ['-d', '-s', connections, '-m', emails, '-l', bytes].map(String);
  const addresses = ['-f', 'ada@example.org', '-t', 'bob@example.net', `127.0.0.1:${port}`];
  const started = performance.now();
  // The shell knows what its children used.
  const words = ['-c', '"$0" "$@" && times', tool('smtp-source'), ...options, ...addresses];
  const source = spawn('bash', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const told = source.stdout.toArray();
  const code = await exitOf(source);
  if (code !== 0) throw new Error(`smtp-source ended with ${String(code)}`);
  const milliseconds = performance.now() - started;
  return { milliseconds, cpuMilliseconds: cpuOf(Buffer.concat(await told).toString()) };
}

/** Of `0m0.004s 0m0.002s` and, in the second line, the same of the children: user and system. */
function cpuOf(times: string): number {
  const children = times.split('\n')[1] ?? '';
  const used = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => [minutes, seconds]);
  return used.reduce((sum, [minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
