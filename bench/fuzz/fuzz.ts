// Usage: fuzz [--seed n] [--streams n] [--dialogues n] [--addresses n]
import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Finding } from './finding.ts';
import { fuzzAddresses } from './fuzz-addresses.ts';
import { fuzzDialogues } from './fuzz-dialogues.ts';
import { fuzzReplies } from './fuzz-replies.ts';
import { SeededRandom } from './seeded-random.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(2 ** 32)) },
    streams: { type: 'string', default: '100000' },
    dialogues: { type: 'string', default: '100000' },
    addresses: { type: 'string', default: '1000000' },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);

// Each subject has the seed for itself, so that it can be repeated alone.
await told('byte streams into the reply parser', () =>
  fuzzReplies(Number(values.streams), new SeededRandom(seed)),
);
await told('addresses', () => fuzzAddresses(Number(values.addresses), new SeededRandom(seed)));
await told('dialogues', () => fuzzDialogues(Number(values.dialogues), seed));

async function told(subject: string, fuzz: () => object | Promise<object>): Promise<void> {
  const started = performance.now();
  try {
    const counts = await fuzz();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${subject}: nothing found in ${seconds} s`, counts);
  } catch (error) {
    if (!(error instanceof Finding)) throw error;
    console.log(`${subject}: FOUND ${error.message}`);
    process.exitCode = 1;
  }
}
