// The SMTP engine alone, against a pool of nodemailer and postfix's smtp-source: the same emails, to postfix's smtp-sink, by turns.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Order, Sent } from './engine-sender.ts';
import { runSource, startSink } from './postfix-tools.ts';
import { rawMessage } from './raw-message.ts';

const ROUNDS = 5;
const CONNECTIONS = 20;
const { values } = parseArgs({
  options: { emails: { type: 'string', default: '20000' }, far: { type: 'string', default: '4000' } },
});

const forked = (program: string, ...words: string[]) =>
  fork(fileURLToPath(new URL(program, import.meta.url)), words, { execArgv: ['--import', 'tsx'] });

interface Peer {
  name: string;
  send(order: Order): Promise<{ milliseconds: number; cpuMilliseconds?: number }>;
}

function nodePeer(name: string): Peer & { child: ChildProcess } {
  const child = forked('engine-sender.ts', name);
  return {
    name,
    child,
    async send(order) {
      child.send(order);
      // The only message a sender ever sends.
      const [sent] = (await once(child, 'message')) as [Sent];
      return sent;
    },
  };
}

const postroom = nodePeer('postroom');
const nodemailer = nodePeer('nodemailer');
const bareLoop = nodePeer('bare loop');
const smtpSource: Peer = {
  name: 'smtp-source',
  send: (order) => runSource({ ...order, bytes: rawMessage.length }),
};

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Every peer once a round, the first of a round last in the next one. */
async function compare(title: string, peers: readonly Peer[], port: number, emails: number): Promise<void> {
  const order = { port, emails, connections: CONNECTIONS };
  for (const peer of peers) await peer.send({ ...order, emails: Math.ceil(emails / 5) });
  const rates = new Map(peers.map(({ name }) => [name, [] as number[]]));
  const cpu = new Map(peers.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < peers.length; turn += 1) {
      const peer = peers[(round + turn) % peers.length];
      if (peer === undefined) continue;
      const { milliseconds, cpuMilliseconds } = await peer.send(order);
      rates.get(peer.name)?.push((emails / milliseconds) * 1000);
      if (cpuMilliseconds !== undefined) cpu.get(peer.name)?.push((cpuMilliseconds * 1000) / emails);
    }
  }
  console.log(
    `\n${title}: ${emails} emails of ${rawMessage.length} bytes, ${CONNECTIONS} connections, ${ROUNDS} rounds`,
  );
  console.log(
    `${''.padEnd(16)}${['emails/s', 'µs CPU', 'postroom is'].map((head) => head.padStart(14)).join('')}`,
  );
  const ours = rates.get(postroom.name) ?? [];
  for (const [name, theirs] of rates) {
    const ratios = ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN));
    const times = name === postroom.name ? '' : `${median(ratios).toFixed(2)} ×`;
    const range =
      name === postroom.name
        ? ''
        : `   (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
    const used = cpu.get(name) ?? [];
    const cells = [median(theirs).toFixed(0), used.length === 0 ? '' : median(used).toFixed(0), times];
    console.log(`${name.padEnd(16)}${cells.map((cell) => cell.padStart(14)).join('')}${range}`);
  }
}

const sink = await startSink();
await compare('on loopback', [postroom, nodemailer, smtpSource, bareLoop], sink.port, Number(values.emails));

const proxy = forked('delay-proxy.ts', String(sink.port), '10');
const [farPort] = (await once(proxy, 'message')) as [number];
await compare('20 ms of round trip away', [postroom, nodemailer], farPort, Number(values.far));
console.log('\ngoals: 6 × nodemailer and 1 × smtp-source on loopback, 2 × nodemailer 20 ms away');

for (const child of [postroom.child, nodemailer.child, bareLoop.child, proxy]) child.disconnect();
await sink.stop();
