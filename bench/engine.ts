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
  send(order: Order): Promise<Sent>;
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
  const sent = new Map(peers.map((peer): [Peer, Sent[]] => [peer, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const peer of [...peers.slice(round % peers.length), ...peers.slice(0, round % peers.length)]) {
      sent.get(peer)?.push(await peer.send(order));
    }
  }
  const size = `${emails} emails of ${rawMessage.length} bytes`;
  console.log(`\n${title}: ${size}, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds`);
  const heads = ['emails/s', 'postroom is', '', 'µs CPU', 'postroom is'];
  console.log(`${''.padEnd(14)}${heads.map((head) => head.padStart(14)).join('')}`);
  const ours = sent.get(postroom) ?? [];
  for (const [peer, theirs] of sent) {
    const elapsed = theirs.map(({ milliseconds }) => milliseconds);
    const cpu = theirs.map(({ cpuMilliseconds }) => cpuMilliseconds);
    const timesFaster = ours.map(({ milliseconds }, round) => (elapsed[round] ?? Number.NaN) / milliseconds);
    const timesLess = ours.map(({ cpuMilliseconds }, round) => (cpu[round] ?? Number.NaN) / cpuMilliseconds);
    const range = `${Math.min(...timesFaster).toFixed(2)} to ${Math.max(...timesFaster).toFixed(2)}`;
    const cells = [
      ((emails / median(elapsed)) * 1000).toFixed(0),
      ...(peer === postroom ? ['', ''] : [`${median(timesFaster).toFixed(2)} ×`, range]),
      ((median(cpu) / emails) * 1000).toFixed(0),
      ...(peer === postroom ? [] : [`${median(timesLess).toFixed(2)} ×`]),
    ];
    console.log(`${peer.name.padEnd(14)}${cells.map((cell) => cell.padStart(14)).join('')}`);
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
