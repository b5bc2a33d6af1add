// What the API takes beyond the least that does the same: a page of servers beside node:http + pg + JSON, an accepted email beside a
// single-row commit of the same PostgreSQL.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './api/load.ts';
import { TEXT } from './outbox/contestant.ts';
import { median, spread, takeTurns } from './service/figures.ts';
import { addServer, createToken, removeData, signIn, startPostroom } from './service/postroom.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const clients = 32;

const PAGE = `query ($first: Int!) { smtpServers(first: $first) {
  nodes { id name kind isDefault isEnabled protocol hostname port username startTls maxConnections revision updatedAt }
  pageInfo { hasNextPage endCursor } } }`;
const SEND_ONE = 'mutation ($input: SendEmailInput!) { sendEmail(input: $input) { __typename } }';
const SEND_MANY = 'mutation ($inputs: [SendEmailInput!]!) { sendEmails(inputs: $inputs) { __typename } }';

const service = await startPostroom(
  values.profile === undefined ? {} : { execArgv: ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] },
);
const session = await signIn(service.url);
for (let number = 1; number <= 40; number += 1) {
  await addServer(session, { name: `server ${String(number).padStart(2, '0')}`, port: 2000 + number });
}
const headers = { Authorization: `Bearer ${await createToken(session)}` };
const at = { url: service.url, headers, clients, seconds };

const plain = fork(
  fileURLToPath(new URL('api/plain-server.ts', import.meta.url)),
  [service.socketDirectory()],
  {
    execArgv: ['--import', 'tsx'],
  },
);
const [plainPort] = (await once(plain, 'message')) as [number];

const script = join(mkdtempSync(join(tmpdir(), 'pgbench-')), 'insert.sql');
const pg = ['-h', service.socketDirectory(), '-U', 'postroom', '-d', 'postroom'];
execFileSync('psql', [
  ...pg,
  '-qc',
  'CREATE TABLE bench_row (id bigserial PRIMARY KEY, content text NOT NULL)',
]);
writeFileSync(
  script,
  `INSERT INTO bench_row (content) VALUES (repeat('${'x'.repeat(50)}', ${Math.round(TEXT.length / 50)}));\n`,
);

/** Tomorrow, so that nothing is delivered meanwhile. */
const email = (number: number) => ({
  to: [`bob${number}@example.net`],
  subject: `Your invoice ${number}`,
  text: TEXT,
  sendAt: new Date(Date.now() + 86_400_000).toISOString(),
});

const measures = {
  'node:http + pg + JSON': async () =>
    (await load({ ...at, url: `http://localhost:${plainPort}` }, () => '')).perSecond,
  'page of 20 servers': async () =>
    (await load(at, () => JSON.stringify({ query: PAGE, variables: { first: 20 } }))).perSecond,
  'pgbench, rows': async () => {
    const args = [
      ...pg.slice(0, 4),
      '-n',
      '-c',
      clients,
      '-j',
      2,
      '-T',
      seconds,
      '-M',
      'prepared',
      '-f',
      script,
      'postroom',
    ];
    const printed = execFileSync('pgbench', args.map(String), {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/tps = ([\d.]+)/.exec(printed)?.[1]);
  },
  'sendEmail, emails': async () =>
    (await load(at, (number) => JSON.stringify({ query: SEND_ONE, variables: { input: email(number) } })))
      .perSecond,
  'sendEmails of 100, emails': async () => {
    const many = (number: number) => Array.from({ length: 100 }, (_, index) => email(number * 100 + index));
    const requests = await load({ ...at, clients: 4 }, (number) =>
      JSON.stringify({ query: SEND_MANY, variables: { inputs: many(number) } }),
    );
    return requests.perSecond * 100;
  },
};
type Name = keyof typeof measures;
const only = values.only?.split(',');
const names = (Object.keys(measures) as Name[]).filter((name) => only?.includes(name) ?? true);
const figures = new Map<Name, number[]>(names.map((name) => [name, []]));
try {
  for (const name of names) await measures[name]();
  await takeTurns(rounds, names, async (name) => void figures.get(name)?.push(await measures[name]()));
} finally {
  plain.disconnect();
  await service.stop();
  removeData(service.dataDir);
}

console.log(
  `${clients} clients, ${seconds} s each, medians of ${rounds} rounds by turns (least to most), a second`,
);
for (const [name, rates] of figures) console.log(`${name.padEnd(28)}${spread(rates)}`);
const ratio = (ours: Name, theirs: Name, goal: number) => {
  const other = figures.get(theirs);
  if (!other) return;
  const ratios = (figures.get(ours) ?? []).map((rate, round) => rate / (other[round] ?? Number.NaN));
  console.log(`${ours} : ${theirs} = ${median(ratios).toFixed(2)} (goal: at least ${goal})`);
};
ratio('page of 20 servers', 'node:http + pg + JSON', 0.6);
ratio('sendEmail, emails', 'pgbench, rows', 0.5);
ratio('sendEmails of 100, emails', 'pgbench, rows', 0.6);
