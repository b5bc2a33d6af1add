// What a hostile server costs the process that tests it: the delay of its event loop, its memory, the bytes it reads.
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Protocol, runTest, StartTls, TestDepth, type SmtpSettings } from '../apps/api/src/smtp/index.ts';
import { hostileScripts } from './hostile-scripts.ts';
import { startServer } from './start-server.ts';

const GOAL = { delayMs: 50, growthMb: 5, readKb: 128 };
const ROUNDS = 5;
const AT_ONCE = 5;
const TIMEOUT_SECONDS = 2;

const mail = {
  from: 'ada@example.org',
  to: 'bob@example.net',
  message: Buffer.from('Subject: small\r\n\r\nHello\r\n'),
};
const largeMail = {
  ...mail,
  message: Buffer.from(`Subject: large\r\n\r\n${'0123456789abcdef\r\n'.repeat(300_000)}`),
};

const settingsFor = (port: number): SmtpSettings => ({
  hostname: '127.0.0.1',
  port,
  protocol: Protocol.SMTP,
  startTls: StartTls.DISABLED,
  allowInsecureAuth: true,
  timeoutSeconds: TIMEOUT_SECONDS,
  ehloName: 'postroom.example.org',
  username: null,
  password: null,
});

interface Figures {
  endedWith: string;
  delayP99Ms: number;
  delayMaxMs: number;
  cpuMs: number;
  /** Between two collections of garbage, before and after. */
  heapMb: number;
  rssMb: number;
  /** Above the start, at the highest, sampled. */
  rssPeakMb: number;
  readKb: number;
}

const sockets: Socket[] = [];
subscribe('net.client.socket', (event) => {
  // As documented for this channel.
  sockets.push((event as { socket: Socket }).socket);
});

const MB = 1024 * 1024;

function memory(): { heap: number; rss: number } {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

/** `task` is one test, and answers how it ended. */
async function measure(task: () => Promise<string>): Promise<Figures> {
  sockets.length = 0;
  const before = memory();
  let peak = before.rss;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const cpuBefore = process.cpuUsage();
  const endings = new Set<string>();
  let mostRead = 0;
  delay.enable();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const ending of await Promise.all(Array.from({ length: AT_ONCE }, task))) endings.add(ending);
    mostRead = Math.max(mostRead, ...sockets.splice(0).map(({ bytesRead }) => bytesRead));
  }
  delay.disable();
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(sampling);
  // The last sockets close after the tests that used them have ended.
  await pause(100);
  const after = memory();
  return {
    endedWith: [...endings].join(', '),
    delayP99Ms: delay.percentile(99) / 1e6,
    delayMaxMs: delay.max / 1e6,
    cpuMs: (cpu.user + cpu.system) / 1000 / (ROUNDS * AT_ONCE),
    heapMb: (after.heap - before.heap) / MB,
    rssMb: (after.rss - before.rss) / MB,
    rssPeakMb: (peak - before.rss) / MB,
    readKb: mostRead / 1024,
  };
}

async function test(port: number, name = ''): Promise<string> {
  const credentials = name.includes('AUTH') ? { username: 'ada', password: 'secret' } : {};
  const { failure } = await runTest(
    { ...settingsFor(port), ...credentials },
    name.includes('message') ? largeMail : mail,
    { depth: TestDepth.SEND, roots: [] },
  );
  return failure?.code ?? 'accepted';
}

function row(name: string, figures: Figures): string {
  const { delayP99Ms, delayMaxMs, cpuMs, heapMb, rssMb, rssPeakMb, readKb } = figures;
  const numbers = [delayP99Ms, delayMaxMs, cpuMs, heapMb, rssMb, rssPeakMb, readKb];
  const cells = numbers.map((number) => number.toFixed(1).padStart(8));
  return `${name.padEnd(44)}${cells.join('')}  ${figures.endedWith}`;
}

const missed: string[] = [];
function report(name: string, figures: Figures): void {
  console.log(row(name, figures));
  const isAbove = {
    'event-loop delay': figures.delayMaxMs > GOAL.delayMs,
    memory: Math.max(figures.heapMb, figures.rssMb) > GOAL.growthMb,
    'bytes read': figures.readKb > GOAL.readKb,
  };
  for (const [what, isMissed] of Object.entries(isAbove)) if (isMissed) missed.push(`${what} (${name})`);
}

console.log(`${ROUNDS} rounds of ${AT_ONCE} tests at once, timeout ${TIMEOUT_SECONDS} s`);
const heads = ['p99 ms', 'max ms', 'cpu ms', 'heap MB', 'rss MB', 'peak MB', 'read kB'];
console.log(`${''.padEnd(44)}${heads.map((head) => head.padStart(8)).join('')}`);

const honest = await startServer('in clear');
for (let warmUp = 0; warmUp < 3 * AT_ONCE; warmUp += 1) await test(honest.port);
console.log(row('(nothing at all)', await measure(() => pause(TIMEOUT_SECONDS * 1000, 'idle'))));
console.log(row('(an honest server)', await measure(() => test(honest.port))));
const large = '(an honest server, a message of 5 MB)';
console.log(row(large, await measure(() => test(honest.port, large))));
await honest.stop();

const started = performance.now();
for (const name of Object.keys(hostileScripts)) {
  const server = await startServer(name);
  report(name, await measure(() => test(server.port, name)));
  await server.stop();
}
console.log(
  `goals: event-loop delay at most ${GOAL.delayMs} ms, heap and rss at most ${GOAL.growthMb} MB more afterwards, ` +
    `at most ${GOAL.readKb} kB read (64 kB unread, and what one read of a socket brings)`,
);
console.log(missed.length === 0 ? 'all of them met' : `missed: ${missed.join(', ')}`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
