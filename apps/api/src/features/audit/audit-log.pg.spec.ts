import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import {
  ADMINISTRATOR,
  GraphqlClient,
  startSignedIn,
  type AppForTests,
} from '../../../testing/app-for-tests.ts';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../../../testing/postgres.ts';
import { aServer, SmtpServerCalls } from '../../../testing/smtp-server-calls.ts';

let database: TestDatabase;
let app: AppForTests;
let client: GraphqlClient;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ app, client } = await startSignedIn({}, database));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Event {
  actor: string;
  from: string | null;
  action: string;
  subject: string;
  changes: { field: string; before: string | null; after: string | null }[];
}
interface Page {
  nodes: Event[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const events = (variables: object = {}): Promise<Page> =>
  client.field(
    `query ($first: Int! = 50, $after: String, $filter: AuditEventFilter) { auditEvents(first: $first, after: $after, filter: $filter) {
      nodes { actor from action subject changes { field before after } } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
    variables,
  );

async function sql(statement: string, user?: string): Promise<void> {
  const connection = new Client({ ...database.connection, ...(user && { user }), ssl: false });
  await connection.connect();
  await connection.query(statement).finally(() => connection.end());
}

describe('the audit log', () => {
  it('tells a change field by field, by whom and from where, and of a secret only that it changed', async () => {
    const calls = new SmtpServerCalls(client);
    const server = await calls.add(aServer({ name: 'Main', username: 'ada', password: 'canary-1' }));
    await calls.update({
      id: server.id,
      timeoutSeconds: 60,
      hostname: 'mx.example.org',
      password: 'canary-2',
    });
    const { nodes } = await events({ first: 1 });
    expect(nodes).toEqual([
      {
        actor: ADMINISTRATOR.email,
        from: '127.0.0.1',
        action: 'smtpServer.updated',
        subject: 'Main',
        changes: [
          { field: 'hostname', before: 'smtp.example.org', after: 'mx.example.org' },
          { field: 'timeoutSeconds', before: '30', after: '60' },
          { field: 'password', before: null, after: 'changed' },
        ],
      },
    ]);
    expect(await app.rows()).not.toContain('canary');
  });

  it('tells of sign-ins, refused ones too', async () => {
    const stranger = new GraphqlClient(app);
    await stranger.field(
      'mutation { signIn(input: {email: "nobody@example.org", password: "x"}) { __typename } }',
    );
    const { nodes } = await events({ first: 1 });
    expect(nodes).toMatchObject([{ action: 'session.refused', actor: 'unknown', from: '127.0.0.1' }]);
  });

  it('comes newest first, page by page', async () => {
    const all = (await events({ first: 100 })).nodes;
    const pages: Event[] = [];
    let after: string | null = null;
    do {
      const page: Page = await events({ first: 2, after });
      pages.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });

  it.each([
    [{ actor: ADMINISTRATOR.email }, 'every event of one actor'],
    [{ action: 'smtpServer.' }, 'what an action begins with'],
    [{ action: 'smtpServer.added', subject: 'mAI' }, 'a part of the subject'],
    [{ since: '2020-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }, 'a time'],
  ])(
    'is filtered by %j: %s',
    async (filter: Partial<Record<'actor' | 'action' | 'subject' | 'since' | 'until', string>>, _) => {
      const { nodes } = await events({ filter });
      expect(nodes.length).toBeGreaterThan(0);
      for (const event of nodes) {
        expect(event.actor).toBe(filter.actor ?? event.actor);
        expect(event.action.startsWith(filter.action ?? '')).toBe(true);
      }
    },
  );

  it.each([
    { actor: 'ada' },
    { action: 'smtpServer.%' },
    { subject: '%' },
    { until: '2020-01-01T00:00:00Z' },
  ])('has nothing for %j', async (filter) => {
    expect((await events({ filter })).nodes).toEqual([]);
  });

  it.each([
    `UPDATE audit_event SET actor = 'eve'`,
    `DELETE FROM audit_event`,
    `DELETE FROM audit_event WHERE false`,
    `TRUNCATE audit_event`,
  ])('is only ever added to: the database refuses its owner and the superuser %s', async (statement) => {
    const before = (await events()).nodes.length;
    await expect(sql(statement)).rejects.toThrow('only ever added to');
    await expect(sql(statement, 'postgres')).rejects.toThrow('only ever added to');
    expect((await events()).nodes).toHaveLength(before);
  });

  it('cannot be changed by an application whose role may only add to it, as docs/operations.md sets it up', async () => {
    await asSuperuser(database.connection, 'CREATE ROLE postroom_app LOGIN');
    const grants = `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO postroom_app;
      REVOKE UPDATE, DELETE ON audit_event FROM postroom_app;`;
    await sql(grants, 'postgres');
    await expect(sql(`UPDATE audit_event SET actor = 'eve'`, 'postroom_app')).rejects.toThrow(
      'permission denied',
    );
    await expect(sql('ALTER TABLE audit_event DISABLE TRIGGER ALL', 'postroom_app')).rejects.toThrow(
      'must be owner',
    );
    await sql('DROP OWNED BY postroom_app', 'postgres');
    await asSuperuser(database.connection, 'DROP ROLE postroom_app');
  });
});

describe('the export', () => {
  const get = (path: string, headers: Record<string, string> = { Cookie: client.cookie ?? '' }) =>
    fetch(`${app.url}${path}`, { headers });

  it('as JSON lines has every event', async () => {
    const response = await get('/audit.jsonl?action=smtpServer.');
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="postroom-audit.jsonl"');
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Event);
    expect(lines).toMatchObject((await events({ filter: { action: 'smtpServer.' } })).nodes);
  });

  it('as CSV has a row for each change, and none is a formula', async () => {
    await new SmtpServerCalls(client).add(aServer({ name: '=HYPERLINK("https://evil.example")' }));
    const response = await get('/audit.csv?action=smtpServer.added');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(text.split('\r\n')[0]).toBe('id,at,actor,from,action,subject,field,before,after');
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  it('holds more than one page of the database', async () => {
    await sql(`INSERT INTO audit_event SELECT gen_random_uuid(), now() - n * interval '1 minute', 'script', null, 'bulk.added', 'n' || n, '[]'
      FROM generate_series(1, 1201) n`);
    const text = await (await get('/audit.jsonl?action=bulk.')).text();
    expect(new Set(text.trimEnd().split('\n')).size).toBe(1201);
  });

  it.each([
    ['a stranger', 401, () => ({})],
    ['a token without the scope', 403, (token: string) => ({ Authorization: `Bearer ${token}` })],
  ])('is not for %s', async (_, status, headers) => {
    const { secret } = await client.field<{ secret: string }>(
      'mutation { createApiToken(input: {name: "script", scopes: [EMAILS_READ]}) { ... on CreatedApiToken { secret } } }',
    );
    const before = app.logged.length;
    expect((await get('/audit.csv?actor=x', headers(secret))).status).toBe(status);
    expect(app.logged.slice(before).map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'request.refused', path: '/audit.csv', from: '127.0.0.1' },
    ]);
  });

  it('refuses what is no time', async () => {
    for (const time of ['yesterday', '5', '%2B275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z'])
      expect((await get(`/audit.csv?since=${time}`)).status).toBe(400);
    for (const time of ['2020-01-01', '2020-01-01T00:00:00Z', '0000-01-01T00:00:00%2B02:00'])
      expect((await get(`/audit.csv?since=${time}`)).status).toBe(200);
  });
});
