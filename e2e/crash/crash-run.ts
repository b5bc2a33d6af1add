import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { Load } from './load.ts';
import { RecordingSink } from './recording-sink.ts';
import { SupervisedPostroom, type Victim } from './supervised-postroom.ts';

export interface CrashOptions {
  /** Of the service and of the two delivery processes. */
  kills: number;
  postgresKills: number;
  /** RETRY_UNCERTAIN. */
  retryUncertain: boolean;
  /** Connections of each of two servers. */
  maxConnections: number;
}

export interface EmailInDatabase {
  id: string;
  messageId: string;
  state: string;
  possibleDuplicate: boolean;
}

/** What is compared at the end: the promises, the database, and what the receiving server wrote down. */
export interface CrashReport {
  killed: Readonly<Record<Victim, number>>;
  seconds: number;
  /** Requests without an answer. */
  unanswered: number;
  acknowledged: readonly { id: string; messageId: string }[];
  emails: readonly EmailInDatabase[];
  /** How often the receiving server accepted a Message-ID. */
  accepted: ReadonlyMap<string, number>;
}

const CLIENTS = 6;
const EVERY_MS = 100;
/** So long nothing has gone out. */
const STUCK_MS = 120_000;
const WAITING = `state IN ('QUEUED', 'SENDING', 'DEFERRED', 'HELD')`;

/** Load, and kills at random moments; then everything is started again and everything that waits is sent. */
export async function crashRun(options: CrashOptions): Promise<CrashReport> {
  const folder = await temporaryFolder();
  const sink = await RecordingSink.open(join(folder.path, 'accepted'), () => Math.random() * 30);
  const postroom = new SupervisedPostroom({
    dataDir: join(folder.path, 'data'),
    env: { ...withAdministrator, LOG_LEVEL: 'error', RETRY_UNCERTAIN: String(options.retryUncertain) },
  });
  try {
    await postroom.start();
    const cookie = await prepare(postroom.url, sink.port, options.maxConnections);
    const load = new Load(() => ({ url: postroom.url, cookie }));
    const begunAt = performance.now();
    load.start(CLIENTS, EVERY_MS);
    const killed = await killAtRandom(postroom, options);
    await load.stop();
    const seconds = Math.round((performance.now() - begunAt) / 1000);
    await drained(postroom);
    const emails = await postroom.sql<EmailInDatabase>(
      'SELECT id, message_id AS "messageId", state, possible_duplicate AS "possibleDuplicate" FROM email',
    );
    const accepted = new Map<string, number>();
    for (const messageId of sink.accepted) accepted.set(messageId, (accepted.get(messageId) ?? 0) + 1);
    return {
      killed,
      seconds,
      unanswered: load.unanswered,
      acknowledged: [...load.acknowledged.values()],
      emails,
      accepted,
    };
  } finally {
    await postroom.stop();
    await sink.close();
    await folder.remove();
  }
}

/** Two servers of the same sink; the session of an administrator as a cookie. */
async function prepare(url: string, port: number, maxConnections: number): Promise<string> {
  const client = await signIn(url);
  const input = { name: 'Sink', hostname: '127.0.0.1', port, startTls: 'DISABLED', maxConnections };
  const { addSmtpServer } = await client.execute(
    'mutation Add($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { __typename } }',
    { input },
  );
  if ((addSmtpServer as { __typename: string }).__typename !== 'SmtpServer')
    throw new Error(`The server of ${administrator.email} was not added`);
  return client.cookie;
}

/** The moments and the victims are random; how many of each kind is not. */
async function killAtRandom(
  postroom: SupervisedPostroom,
  { kills, postgresKills }: CrashOptions,
): Promise<Record<Victim, number>> {
  const killed: Record<Victim, number> = { service: 0, worker: 0, 'second worker': 0, postgres: 0 };
  const ofProcesses: Victim[] = Array.from({ length: kills }, () => {
    const dice = Math.random();
    return dice < 0.2 ? 'service' : dice < 0.5 ? 'worker' : 'second worker';
  });
  const plan = shuffled([...ofProcesses, ...Array.from({ length: postgresKills }, (): Victim => 'postgres')]);
  for (const victim of plan) {
    await pause(100 + Math.random() * 600);
    postroom.expectService();
    // The delivery process of the service may just be starting again: then it is the turn of the other one.
    const isKilled = await postroom.kill(victim);
    const instead: Victim = victim === 'worker' ? 'second worker' : 'worker';
    if (isKilled) killed[victim] += 1;
    else if (victim !== 'postgres' && (await postroom.kill(instead))) killed[instead] += 1;
    else plan.push(victim);
  }
  return killed;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Nobody kills any more: everything that waits goes out, however much it is, without waiting for the time of its next try. */
async function drained(postroom: SupervisedPostroom): Promise<void> {
  let fewest = Infinity;
  let deadline = performance.now() + STUCK_MS;
  for (;;) {
    const rows = await postroom
      .sql<{ waiting: number }>(
        `UPDATE email SET due_at = now() WHERE state = 'DEFERRED' OR state = 'QUEUED' AND due_at > now()`,
      )
      .then(() =>
        postroom.sql<{ waiting: number }>(`SELECT count(*)::integer AS waiting FROM email WHERE ${WAITING}`),
      )
      // PostgreSQL may still be recovering.
      .catch(() => null);
    postroom.expectService();
    const waiting = rows?.[0]?.waiting ?? Infinity;
    if (waiting === 0) return;
    if (waiting < fewest) {
      fewest = waiting;
      deadline = performance.now() + STUCK_MS;
    }
    if (performance.now() > deadline) throw new Error(await whatIsStuck(postroom));
    await pause(200);
  }
}

/** What somebody needs to find out why. */
async function whatIsStuck(postroom: SupervisedPostroom): Promise<string> {
  const emails = await postroom.sql(
    'SELECT state, count(*)::integer, min(due_at), max(due_at), now() FROM email GROUP BY state',
  );
  const workers = await postroom.sql('SELECT id, lease_until FROM delivery_worker');
  const servers = await postroom.sql('SELECT * FROM server_delivery');
  const sessions = await postroom.sql(
    `SELECT pid, state, wait_event, xact_start, left(query, 80) AS query, pg_blocking_pids(pid) AS blocked_by,
            (SELECT count(*)::integer FROM pg_locks WHERE pg_locks.pid = pg_stat_activity.pid AND locktype = 'advisory') AS locks
       FROM pg_stat_activity WHERE application_name = 'postroom' AND (state <> 'idle' OR query LIKE '%advisory%')`,
  );
  return `emails do not go out: ${JSON.stringify({ emails, workers, servers, sessions }, null, 1)}\n${postroom.output()}`;
}
