// What five hostile servers cost a healthy one: the rate of its mail beside them and alone, by turns.
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inBatches, testEmails } from './outbox/contestant.ts';
import { median, spread } from './service/figures.ts';
import { GraphqlConnection } from './service/graphql-connection.ts';
import {
  addServer,
  createToken,
  removeData,
  signIn,
  startPostroom,
  workerReady,
} from './service/postroom.ts';
import { startSmtpSink } from './service/smtp-sink.ts';
import { startServer } from './start-server.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, emails: { type: 'string', default: '3000' } },
});
const GOAL = 0.9;
const emails = Number(values.emails);
const HOSTILE = [
  'drips a greeting, byte by byte',
  'floods blank lines',
  'floods whole replies',
  'is silent after EHLO',
  'stops reading in the message (zero window)',
];
const SEND = 'mutation ($inputs: [SendEmailInput!]!) { sendEmails(inputs: $inputs) { __typename } }';

const sink = await startSmtpSink();
const hostile = await Promise.all(HOSTILE.map((name) => startServer(name)));
const service = await startPostroom();
const session = await signIn(service.url);
await addServer(session, { name: 'healthy', port: sink.port, maxConnections: 5 });
for (const [index, { port }] of hostile.entries()) {
  await addServer(session, { name: `hostile ${index}`, port, maxConnections: 5, timeoutSeconds: 5 });
}
const headers = { Authorization: `Bearer ${await createToken(session)}` };
const script = new GraphqlConnection(service.url, new Agent({ keepAlive: true }), headers);
await workerReady(service);

async function send(server: string, count: number): Promise<void> {
  await inBatches(testEmails(count), { size: 100, atOnce: 2 }, (batch) =>
    script.send(SEND, {
      inputs: batch.map(({ to, ...content }) => ({ to: [to], server: { name: server }, ...content })),
    }),
  );
}

async function rateOfHealthy(): Promise<number> {
  const startedAt = performance.now();
  const arrived = sink.hasTaken(sink.taken() + emails);
  await Promise.all([send('healthy', emails), arrived]);
  return (emails * 1000) / (performance.now() - startedAt);
}

const figures = { alone: [] as number[], beside: [] as number[] };
try {
  await rateOfHealthy();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    figures.alone.push(await rateOfHealthy());
    await Promise.all(HOSTILE.map((_, index) => send(`hostile ${index}`, 20)));
    // All of them are at their tricks.
    await pause(500);
    figures.beside.push(await rateOfHealthy());
    // Longer than a hostile server can keep a connection.
    await pause(10_000);
  }
} finally {
  await service.stop();
  for (const each of hostile) await each.stop();
  await sink.stop();
  removeData(service.dataDir);
}
const kept = figures.beside.map((rate, round) => rate / (figures.alone[round] ?? Number.NaN));
console.log(`${emails} emails, medians of ${values.rounds} rounds by turns (least to most), emails a second`);
console.log(
  `alone ${spread(figures.alone)}, beside ${HOSTILE.length} hostile servers ${spread(figures.beside)}`,
);
console.log(`it keeps ${median(kept).toFixed(2)} of its rate (goal: at least ${GOAL})`);
