// How long each attack document keeps the service busy, and what it leaves behind in memory. On a machine that others use too, the
// processor's time of the API says what the clock does not.
import { parseArgs } from 'node:util';
import { attacks, type Attack } from '../apps/api/testing/attack-documents.ts';
import { median, quantile } from './service/figures.ts';
import { cpuMs, rssMb } from './service/process-tree.ts';
import { removeData, signIn, startPostroom } from './service/postroom.ts';

const ROUNDS = 20;
const NORMAL = JSON.stringify({ query: '{ smtpServers { nodes { id name } } }' });

const { values: options } = parseArgs({ options: { profile: { type: 'string' } } });
const postroom = await startPostroom({
  // Each refusal is a line otherwise.
  environment: { LOG_LEVEL: 'error' },
  execArgv: options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`],
});
const session = await signIn(postroom.url);
const { api } = postroom.pids();
const cookie = session.cookie ?? '';

async function send({ body, headers, isAnonymous, method = 'POST' }: Attack): Promise<number> {
  try {
    const response = await fetch(`${postroom.url}/graphql`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(isAnonymous ? {} : { Cookie: cookie }), ...headers },
      ...(method === 'GET' ? {} : { body }),
    });
    await response.text();
    return response.status;
  } catch {
    // The connection was cut while the body was still being sent: that is how a body that is too large ends.
    return 0;
  }
}

/** What a request takes on the clock, and of the processor. */
interface Cost {
  ms: number;
  cpuMs: number;
}

async function cost(act: () => Promise<unknown>): Promise<Cost> {
  const [start, used] = [performance.now(), cpuMs(api)];
  await act();
  return { ms: performance.now() - start, cpuMs: cpuMs(api) - used };
}

const column = (value: number) => value.toFixed(1).padStart(9);
const clock = (costs: readonly Cost[]) => costs.map(({ ms }) => ms);
const processor = (costs: readonly Cost[]) => costs.map((each) => each.cpuMs);

// What is compiled, and what every process holds once it has worked, is not the attacks' doing.
for (let n = 0; n < 200; n += 1) await session.raw(NORMAL);
for (const attack of attacks) await send(attack);
const before = rssMb(api);

console.log(`${''.padEnd(44)}         clock, ms            CPU, ms            growth`);
console.log(`${'attack'.padEnd(44)} status   median      p95   median      p95       MB`);
let slowest = 0;
let dearest = 0;
for (const attack of attacks) {
  const rss = rssMb(api);
  const costs: Cost[] = [];
  let status = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.push(
      await cost(async () => {
        status = await send(attack);
      }),
    );
  }
  const [p95, cpuP95] = [quantile(clock(costs), 0.95), quantile(processor(costs), 0.95)];
  slowest = Math.max(slowest, p95);
  dearest = Math.max(dearest, cpuP95);
  const figures = [median(clock(costs)), p95, median(processor(costs)), cpuP95, rssMb(api) - rss];
  console.log(`${attack.name.padEnd(44)} ${String(status).padEnd(6)}${figures.map(column).join('')}`);
}
const normal: Cost[] = [];
for (let n = 0; n < 200; n += 1) normal.push(await cost(() => session.raw(NORMAL)));
console.log(
  `\n${attacks.length} attacks, ${ROUNDS} times each: p95 at most ${slowest.toFixed(1)} ms on the clock and ${dearest.toFixed(1)} ms of CPU;` +
    ` the process grew by ${(rssMb(api) - before).toFixed(1)} MB in all.` +
    `\nA normal query after them: median ${median(clock(normal)).toFixed(1)} ms, p95 ${quantile(clock(normal), 0.95).toFixed(1)} ms;` +
    ` of CPU ${median(processor(normal)).toFixed(1)} and ${quantile(processor(normal), 0.95).toFixed(1)} ms.`,
);
await postroom.stop();
removeData(postroom.dataDir);
