// What the engine's test costs beyond the least that does the same steps on the wire, both taking turns on one server.
import { performance } from 'node:perf_hooks';
import { createSecureContext } from 'node:tls';
import {
  Protocol,
  rootCertificates,
  runTest,
  StartTls,
  TestDepth,
  type SmtpSettings,
  type TestOptions,
} from '../apps/api/src/smtp/index.ts';
import { bareDialogue } from './bare-dialogue.ts';
import { startServer } from './start-server.ts';

const GOAL = 1.15;
const SERIES = 9;
const PAIRS = 30;
const WARM_UP = 50;

const credentials = { username: 'ada@example.org', password: 'correct horse battery' };
const mail = {
  from: 'ada@example.org',
  to: 'bob@example.net',
  message: Buffer.from(`Subject: Test\r\n\r\n${'0123456789abcdef\r\n'.repeat(50)}`),
};
const roots = rootCertificates({}).pems;

type Trust = (authorityPem: string) => Pick<TestOptions, 'roots' | 'trusted'>;

/** The authority is one of the machine's own roots, all of which are read once. */
const asRoot: Trust = (pem) => ({ roots: [...roots, pem] });
/** An administrator added it to the roots for this server. */
const asAdded: Trust = (pem) => ({ roots, trusted: { authorities: [pem] } });

const cases: readonly { name: string; server: string; trust: Trust }[] = [
  { name: 'in clear', server: 'in clear', trust: asRoot },
  { name: 'StartTLS, AUTH', server: 'with StartTLS and AUTH', trust: asRoot },
  { name: 'StartTLS, AUTH, an added authority', server: 'with StartTLS and AUTH', trust: asAdded },
  { name: 'StartTLS, AUTH, 5 ms away', server: 'with StartTLS and AUTH, 5 ms away', trust: asRoot },
];

function settingsFor(port: number, isSecure: boolean): SmtpSettings {
  return {
    hostname: 'localhost',
    port,
    protocol: Protocol.SMTP,
    startTls: isSecure ? StartTls.ENABLED_AND_REQUIRED : StartTls.DISABLED,
    allowInsecureAuth: false,
    timeoutSeconds: 10,
    ehloName: 'postroom.example.org',
    username: isSecure ? credentials.username : null,
    password: isSecure ? credentials.password : null,
  };
}

async function millisecondsOf(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Medians of so many pairs. Who goes first changes from pair to pair. */
async function takeTurns(pairs: number, engine: () => Promise<unknown>, bare: () => Promise<unknown>) {
  const times = { engine: [] as number[], bare: [] as number[] };
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) times.engine.push(await millisecondsOf(engine));
    times.bare.push(await millisecondsOf(bare));
    if (pair % 2 === 1) times.engine.push(await millisecondsOf(engine));
  }
  const medians = { engine: median(times.engine), bare: median(times.bare) };
  return { ...medians, ratio: medians.engine / medians.bare };
}

console.log(`medians of ${SERIES} series of ${PAIRS} pairs; ${roots.length} roots`);
console.log(`${''.padEnd(40)}${['engine ms', 'bare ms', 'ratio'].map((head) => head.padStart(10)).join('')}`);
for (const { name, server, trust } of cases) {
  const { port, authorityPem, stop } = await startServer(server);
  const isSecure = server.includes('StartTLS');
  const settings = settingsFor(port, isSecure);
  const options = { depth: TestDepth.SEND, ...trust(authorityPem) };
  const context = createSecureContext({ ca: [...roots, authorityPem] });
  const engine = async () => {
    const { failure } = await runTest(settings, mail, options);
    if (failure !== null) throw new Error(failure.message);
  };
  const bare = () => bareDialogue({ port, ...mail, secure: isSecure ? { context, ...credentials } : null });

  await takeTurns(WARM_UP, engine, bare);
  const series: Awaited<ReturnType<typeof takeTurns>>[] = [];
  for (let nth = 0; nth < SERIES; nth += 1) series.push(await takeTurns(PAIRS, engine, bare));
  await stop();

  const of = (figure: 'engine' | 'bare' | 'ratio') => series.map((each) => each[figure]);
  const cells = [of('engine'), of('bare'), of('ratio')].map((each) => median(each).toFixed(2).padStart(10));
  const range = `${Math.min(...of('ratio')).toFixed(2)} to ${Math.max(...of('ratio')).toFixed(2)}`;
  console.log(`${name.padEnd(40)}${cells.join('')}   (${range})`);
}
console.log(`goal: a ratio of at most ${GOAL}`);
