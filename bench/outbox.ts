// From acceptance to delivery: emails are handed over, kept safe and delivered to a sink, by Postroom and by what else is used for that.
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { bullmq } from './outbox/bullmq.ts';
import type { Contestant, RunningContestant } from './outbox/contestant.ts';
import { haraka } from './outbox/haraka.ts';
import { pgBoss } from './outbox/pg-boss.ts';
import { postfix } from './outbox/postfix.ts';
import { postroom } from './outbox/postroom.ts';
import { median, spread, takeTurns } from './service/figures.ts';
import { cpuSeconds } from './service/process-tree.ts';
import { startSmtpSink } from './service/smtp-sink.ts';

const { values } = parseArgs({
  options: {
    emails: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    /** A part of the names of those that take part. */
    only: { type: 'string', default: '' },
    /** Profiles of both processes of Postroom are written here. */
    profile: { type: 'string' },
  },
});
const emails = Number(values.emails);
const rounds = Number(values.rounds);
const GOALS = { Postfix: 6, 'the best Node stack': 4 };
const WARM_UP = Math.min(2000, emails);
/** What is still to be written when the last email is at the sink is part of the cost. */
const SETTLE_MS = 1000;

const profile = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const contestants: Contestant[] = [
  postroom(profile),
  postfix,
  haraka,
  bullmq('always'),
  bullmq('everysec'),
  pgBoss,
].filter(({ name }) => values.only.split(',').some((part) => name.includes(part)));

const sink = await startSmtpSink();
const running = new Map<string, RunningContestant>();
const figures = new Map(
  contestants.map(({ name }) => [name, { rate: [] as number[], cpuMs: [] as number[] }]),
);
try {
  for (const contestant of contestants) {
    running.set(contestant.name, await contestant.start(sink.port));
    await carry(contestant.name, WARM_UP);
  }
  await takeTurns(rounds, [...running.keys()], async (name) => {
    const { rate, takenAfter, cpuMs } = await carry(name, emails);
    figures.get(name)?.rate.push(rate);
    figures.get(name)?.cpuMs.push(cpuMs);
    console.log(
      `${name.padEnd(24)}${rate.toFixed(0).padStart(7)} emails/s${cpuMs.toFixed(2).padStart(8)} ms of CPU an email, accepted in ${takenAfter.toFixed(1)} s`,
    );
  });
} finally {
  for (const each of running.values()) await each.stop();
  await sink.stop();
}
report();

async function carry(
  name: string,
  count: number,
): Promise<{ rate: number; takenAfter: number; cpuMs: number }> {
  const contestant = running.get(name);
  if (contestant === undefined) throw new Error(`${name} does not run`);
  const cpuBefore = cpuSeconds(contestant.pids());
  const startedAt = performance.now();
  const arrived = sink.hasTaken(sink.taken() + count);
  let takenAfter = 0;
  const submitted = contestant
    .submit(count)
    .then(() => (takenAfter = (performance.now() - startedAt) / 1000));
  await Promise.all([submitted, arrived]);
  const seconds = (performance.now() - startedAt) / 1000;
  await pause(SETTLE_MS);
  return {
    rate: count / seconds,
    takenAfter,
    cpuMs: ((cpuSeconds(contestant.pids()) - cpuBefore) * 1000) / count,
  };
}

function report(): void {
  console.log(`\n${emails} emails of 5 kB, medians of ${rounds} rounds by turns (least to most)`);
  console.log(`${''.padEnd(24)}${'emails/s'.padEnd(26)}ms of CPU an email`);
  for (const [name, { rate, cpuMs }] of figures) {
    console.log(`${name.padEnd(24)}${spread(rate).padEnd(26)}${spread(cpuMs, 2)}`);
  }
  const ours = figures.get('Postroom');
  if (ours === undefined) return;
  for (const [name, { rate, cpuMs }] of figures) {
    if (name === 'Postroom') continue;
    // Round by round: both had the same neighbours then.
    const faster = median(ours.rate.map((each, round) => each / (rate[round] ?? Number.NaN)));
    const cheaper = median(cpuMs.map((each, round) => each / (ours.cpuMs[round] ?? Number.NaN)));
    console.log(
      `${name}: Postroom is ${faster.toFixed(1)} x as fast, and takes 1/${cheaper.toFixed(1)} of the CPU`,
    );
  }
  console.log(
    `goals: ${Object.entries(GOALS)
      .map(([name, goal]) => `at least ${goal} x ${name}`)
      .join(', ')}`,
  );
}
