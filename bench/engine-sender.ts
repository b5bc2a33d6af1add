// Runs in a process of its own: sends so many emails over so many connections, again each time the parent asks.
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createTransport } from 'nodemailer';
import type * as smtp from '../apps/api/src/smtp/index.ts';
import { bareLoop } from './bare-loop.ts';
import { from, rawMessage, to } from './raw-message.ts';

export interface Order {
  port: number;
  emails: number;
  connections: number;
}

export interface Sent {
  milliseconds: number;
  cpuMilliseconds: number;
}

type Send = (order: Order) => Promise<void>;

const settingsFor = (port: number): smtp.SmtpSettings => ({
  hostname: '127.0.0.1',
  port,
  protocol: 'SMTP',
  startTls: 'DISABLED',
  allowInsecureAuth: false,
  timeoutSeconds: 30,
  ehloName: 'postroom.example.org',
  username: null,
  password: null,
});

/** As it is built, and as the outbox uses it. */
async function withPostroom({ port, emails, connections }: Order): Promise<void> {
  const built = new URL('../apps/api/dist/smtp/index.js', import.meta.url).href;
  const engine = (await import(built)) as typeof smtp;
  const options = {
    clock: engine.systemClock,
    trust: new engine.TrustStore([]),
    policy: engine.addressPolicy({}),
    resolver: engine.systemResolver,
    machineName: 'postroom.example.org',
  };
  const mail = { from, to: [to], message: rawMessage };
  let left = emails;
  const sendOn = async () => {
    const connection = new engine.DeliveryConnection(settingsFor(port), options);
    const refused = await connection.open();
    if (refused !== null) throw new Error(refused.message);
    while (left > 0) {
      left -= 1;
      // The outbox records here that the email may be sent.
      const { failure } = await connection.deliver(mail, { beforeDot: () => Promise.resolve() });
      if (failure !== null) throw new Error(failure.message);
    }
    await connection.close();
  };
  await Promise.all(Array.from({ length: connections }, sendOn));
}

async function withBareLoop({ port, emails, connections }: Order): Promise<void> {
  let left = emails;
  const hasMore = () => (left -= 1) >= 0;
  await Promise.all(
    Array.from({ length: connections }, () => bareLoop({ port, from, to, message: rawMessage, hasMore })),
  );
}

async function withNodemailer({ port, emails, connections }: Order): Promise<void> {
  const pool = createTransport({
    host: '127.0.0.1',
    port,
    name: 'postroom.example.org',
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
  });
  const mail = { envelope: { from, to: [to] }, raw: rawMessage };
  let left = emails;
  const sendOn = async () => {
    while (left > 0) {
      left -= 1;
      await pool.sendMail(mail);
    }
  };
  // Twice as many as connections, so that no connection ever waits for us.
  await Promise.all(Array.from({ length: 2 * connections }, sendOn));
  pool.close();
}

const senders: Readonly<Record<string, Send>> = {
  postroom: withPostroom,
  nodemailer: withNodemailer,
  'bare loop': withBareLoop,
};
const send = senders[process.argv[2] ?? ''];
if (send === undefined) throw new Error(`there is no sender ${process.argv[2] ?? ''}`);

process.on('message', (order: Order) => {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  void send(order).then(() => {
    const cpu = process.cpuUsage(cpuBefore);
    process.send?.({
      milliseconds: performance.now() - started,
      cpuMilliseconds: (cpu.user + cpu.system) / 1000,
    } satisfies Sent);
  });
});
await once(process, 'disconnect');
process.exit();
