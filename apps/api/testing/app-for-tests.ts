import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createApp } from '../src/app.ts';
import { readConfig, type Environment } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import type { SocketConnection } from '../src/database/database-connection.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

export const ADMINISTRATOR = { email: 'ada@example.org', password: 'correct horse battery' } as const;

export interface AppForTests {
  url: string;
  setUpLink: string | null;
  connection: SocketConnection;
  dataDir: string;
  /** Everything that was logged, as JSON lines. */
  logged: string[];
  /** Every row of every table, as one text. */
  rows: () => Promise<string>;
  close: () => Promise<void>;
}

/** The whole service on a data directory and (unless one is given) a database of its own, listening on a free port of the loopback address. */
export async function startAppForTests(
  environment: Environment = {},
  existing: TestDatabase | null = null,
): Promise<AppForTests> {
  const database = existing ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'postroom-app-'));
  const config = readConfig({ DATA_DIR: dataDir, ...environment });
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const logged: string[] = [];
  const log = createLog('info', { write: (line: string) => logged.push(line) });
  const app = await createApp(config, {
    connection: database.connection,
    environment,
    log,
    now: () => new Date(),
  });
  if ('problem' in app) throw new Error(app.problem);
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    setUpLink: app.setUpLink,
    connection: database.connection,
    dataDir,
    logged,
    rows: () => allRows(database.connection),
    async close() {
      app.server.close();
      app.server.closeAllConnections();
      await app.close();
      if (existing === null) await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function allRows(connection: SocketConnection): Promise<string> {
  const client = new Client({ ...connection, ssl: false });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    texts.push(...rows.map(({ row }) => row));
  }
  await client.end();
  return texts.join('\n');
}

export interface GraphqlAnswer {
  status: number;
  data: Record<string, unknown> | null;
  errors: { message: string; path?: string[]; extensions: { code: string } }[];
  text: string;
}

/** A client that keeps the session cookie, as a browser or curl -c would. */
export class GraphqlClient {
  cookie: string | null = null;
  /** Sent as "Authorization: Bearer". */
  token: string | null = null;
  readonly url: string;

  constructor(app: Pick<AppForTests, 'url'>) {
    this.url = app.url;
  }

  async send(
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';', 1)[0] ?? null;
    const text = await response.text();
    const { data = null, errors = [] } = JSON.parse(text) as Partial<GraphqlAnswer>;
    return { status: response.status, data, errors, text };
  }

  /** The one field of the answer; an error fails the test with its message. */
  async field<Value>(query: string, variables: object = {}): Promise<Value> {
    const { data, errors } = await this.send(query, variables);
    const [value] = Object.values(data ?? {});
    if (errors.length > 0 || value === undefined) throw new Error(JSON.stringify(errors));
    return value as Value;
  }

  async signIn({ email, password }: { email: string; password: string } = ADMINISTRATOR): Promise<this> {
    const result = await this.field<{ __typename: string }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { email, password } },
    );
    if (result.__typename !== 'User') throw new Error(`the sign-in was answered with ${result.__typename}`);
    return this;
  }
}

/** An app with its administrator, and a client that is signed in. */
export async function startSignedIn(
  environment: Environment = {},
  existing: TestDatabase | null = null,
): Promise<{ app: AppForTests; client: GraphqlClient }> {
  const app = await startAppForTests(
    { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password, ...environment },
    existing,
  );
  return { app, client: await new GraphqlClient(app).signIn() };
}
