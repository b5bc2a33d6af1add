// From the start of the command to the line that says that it is ready, with a database that exists, and what both processes hold then.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { spread } from './service/figures.ts';
import { removeData, startPostroom, workerReady } from './service/postroom.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const GOAL = { seconds: 2.5, mb: 250 };

const first = await startPostroom();
await first.stop();
const figures = { readyMs: [] as number[], apiMb: [] as number[], workerMb: [] as number[] };
for (let round = 0; round < Number(values.rounds); round += 1) {
  const service = await startPostroom({ dataDir: first.dataDir });
  await workerReady(service);
  // The worker has its first looks behind it.
  await pause(5000);
  const { apiMb, workerMb } = service.rss();
  figures.readyMs.push(service.readyAfterMs);
  figures.apiMb.push(apiMb);
  figures.workerMb.push(workerMb);
  await service.stop();
}
removeData(first.dataDir);
console.log(`medians of ${values.rounds} starts (least to most)`);
console.log(`ready after ${spread(figures.readyMs)} ms (goal: at most ${GOAL.seconds * 1000})`);
console.log(
  `resident: api ${spread(figures.apiMb)} MB, worker ${spread(figures.workerMb)} MB (goal: together at most ${GOAL.mb})`,
);
