// The pages of the panel with many servers and emails beside the same pages with few: two services, by turns.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { GraphqlConnection } from './service/graphql-connection.ts';
import { median, quantile } from './service/figures.ts';
import { addServer, removeData, signIn, startPostroom } from './service/postroom.ts';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '10000' },
    emails: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const FEW = { servers: 1000, emails: 1000 };
const MANY = { servers: Number(values.servers), emails: Number(values.emails) };
const GOAL = 1.3;
const REQUESTS = 20;

/** Of a hundred emails one failed and one is deferred; the rest was accepted. As a superuser, without the checks of foreign keys. */
const fill = ({ servers, emails }: typeof FEW) => `
  SET session_replication_role = replica;
  INSERT INTO smtp_server
    SELECT (jsonb_populate_record(server, jsonb_build_object(
             'id', uuidv7(), 'is_default', false, 'name', 'Server ' || n, 'name_key', 'server ' || n))).*
      FROM smtp_server server, generate_series(2, ${servers}) n;
  INSERT INTO server_delivery (server_id) SELECT id FROM smtp_server ON CONFLICT DO NOTHING;
  CREATE TEMPORARY TABLE numbered AS SELECT row_number() OVER (ORDER BY id) - 1 AS number, id, name FROM smtp_server;
  ANALYZE numbered;
  INSERT INTO email (
      id, state, server_id, server_name, caller_id, from_mailbox, to_mailboxes, cc_mailboxes, bcc_mailboxes, reply_to_mailboxes, sender,
      recipients, recipient_keys, subject, message_id, size_bytes, needs_smtp_utf8, expires_at, due_at, created_at, updated_at)
    SELECT uuidv7(make_interval(secs => n - ${emails})),
           (CASE n % 100 WHEN 0 THEN 'FAILED' WHEN 1 THEN 'DEFERRED' ELSE 'ACCEPTED' END)::email_state,
           numbered.id, numbered.name, numbered.id, 'ada@example.org', ARRAY[address], '{}', '{}', '{}', 'ada@example.org',
           jsonb_build_array(jsonb_build_object('address', address, 'outcome', null, 'reply', null, 'failure', null)),
           ARRAY[address], 'Your invoice ' || n, '<' || n || '@example.org>', 5000, false,
           now() + interval '5 days', now() + interval '1 day', now(), now()
      FROM generate_series(1, ${emails}) n
     CROSS JOIN LATERAL (SELECT 'bob' || n || '@example.net' AS address) address
      JOIN numbered ON number = n % ${servers};
  VACUUM ANALYZE email;
  VACUUM ANALYZE smtp_server;`;

const EMAILS = `query ($filter: EmailFilter) { emails(first: 50, filter: $filter) {
  nodes { id state serverName from to subject sizeBytes attemptCount nextAttemptAt createdAt server { id name } }
  pageInfo { hasNextPage endCursor } } }`;
const COUNTED = EMAILS.replace('pageInfo', 'totalCount pageInfo');
const SERVERS = `query ($search: String) { smtpServers(first: 20, search: $search) {
  nodes { id name hostname port isDefault isEnabled waitingEmails failedEmails heldSince heldBy { code } } pageInfo { hasNextPage } } }`;

interface Page {
  query: string;
  variables: object;
}

const pagesOf = (serverId: string, email: number): Record<string, Page> => ({
  'servers, with what waits and failed': { query: SERVERS, variables: {} },
  'servers, search': { query: SERVERS, variables: { search: 'server 99' } },
  emails: { query: EMAILS, variables: {} },
  'emails, counted': { query: COUNTED, variables: {} },
  'emails, failed': { query: EMAILS, variables: { filter: { states: ['FAILED', 'UNCERTAIN'] } } },
  'emails, waiting': {
    query: EMAILS,
    variables: { filter: { states: ['QUEUED', 'SENDING', 'DEFERRED', 'HELD'] } },
  },
  'emails, one server': { query: EMAILS, variables: { filter: { serverId } } },
  'emails, one recipient': { query: EMAILS, variables: { filter: { recipient: `bob${email}@example.net` } } },
  'emails, search of what is frequent': { query: EMAILS, variables: { filter: { search: 'invoice' } } },
  'emails, search of what is rare': { query: EMAILS, variables: { filter: { search: `invoice ${email}` } } },
});

async function startWith(size: typeof FEW) {
  const service = await startPostroom();
  const session = await signIn(service.url);
  await addServer(session, { name: 'Server 1', port: 2599 });
  const psql = [
    '-h',
    service.socketDirectory(),
    '-U',
    'postgres',
    '-d',
    'postroom',
    '-qAt',
    '-v',
    'ON_ERROR_STOP=1',
  ];
  execFileSync('psql', psql, { input: fill(size), stdio: ['pipe', 'ignore', 'inherit'] });
  const serverId = execFileSync('psql', [...psql, '-c', 'SELECT server_id FROM email ORDER BY id LIMIT 1'], {
    encoding: 'utf8',
  });
  return { service, session, pages: pagesOf(serverId.trim(), size.emails / 2) };
}

async function p95(session: GraphqlConnection, page: Page): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    const begin = performance.now();
    await session.send(page.query, page.variables);
    times.push(performance.now() - begin);
  }
  return quantile(times, 0.95);
}

const few = await startWith(FEW);
const many = await startWith(MANY);
try {
  console.log(
    `${MANY.servers} servers and ${MANY.emails} emails beside ${FEW.servers} and ${FEW.emails}; p95 of ${REQUESTS}, ms`,
  );
  console.log(`${''.padEnd(38)}${['few', 'many', 'ratio'].map((head) => head.padStart(9)).join('')}`);
  for (const [name, page] of Object.entries(many.pages)) {
    const small = few.pages[name] ?? page;
    await p95(few.session, small);
    await p95(many.session, page);
    const rounds: { few: number; many: number }[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      rounds.push({ few: await p95(few.session, small), many: await p95(many.session, page) });
    }
    const figures = [
      median(rounds.map((each) => each.few)),
      median(rounds.map((each) => each.many)),
      median(rounds.map((each) => each.many / each.few)),
    ];
    console.log(`${name.padEnd(38)}${figures.map((figure) => figure.toFixed(2).padStart(9)).join('')}`);
  }
  console.log(`goal: at most ${GOAL}`);
} finally {
  for (const { service } of [few, many]) {
    await service.stop();
    removeData(service.dataDir);
  }
}
