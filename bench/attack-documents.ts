// How long each attack document keeps the service busy, and what it leaves behind in memory.
import { attacks, type Attack } from '../apps/api/testing/attack-documents.ts';
import { median, quantile } from './service/figures.ts';
import { rssMb } from './service/process-tree.ts';
import { removeData, signIn, startPostroom } from './service/postroom.ts';

const ROUNDS = 20;
const NORMAL = JSON.stringify({ query: '{ smtpServers { nodes { id name } } }' });

const postroom = await startPostroom();
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

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

// What is compiled, and what every process holds once it has worked, is not the attacks' doing.
for (let n = 0; n < 200; n += 1) await session.raw(NORMAL);
for (const attack of attacks) await send(attack);
const before = rssMb(api);

console.log(`${'attack'.padEnd(44)} status  median ms   max ms  growth MB`);
let worst = 0;
for (const attack of attacks) {
  const rss = rssMb(api);
  const times: number[] = [];
  let status = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(
      await timed(async () => {
        status = await send(attack);
      }),
    );
  }
  worst = Math.max(worst, quantile(times, 0.95));
  const growth = (rssMb(api) - rss).toFixed(1).padStart(9);
  console.log(
    `${attack.name.padEnd(44)} ${status}     ${median(times).toFixed(1).padStart(9)} ${Math.max(...times)
      .toFixed(1)
      .padStart(8)}  ${growth}`,
  );
}
const normal: number[] = [];
for (let n = 0; n < 200; n += 1) normal.push(await timed(() => session.raw(NORMAL)));
console.log(
  `\n${attacks.length} attacks, ${ROUNDS} times each: the slowest p95 ${worst.toFixed(1)} ms, growth of the process in all ${(rssMb(api) - before).toFixed(1)} MB;` +
    `\na normal query after them: median ${median(normal).toFixed(1)} ms, p95 ${quantile(normal, 0.95).toFixed(1)} ms`,
);
await postroom.stop();
removeData(postroom.dataDir);
