import {
  createAuthority,
  greet,
  mailSink,
  say,
  scriptedSmtpServer,
  selfSigned,
  SinkSecurity,
  type MailSink,
} from '@postroom/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../../testing/app-for-tests.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../testing/postgres.ts';
import { createDataSource } from '../../database/data-source.ts';
import { Notifications } from '../../database/notifications.ts';
import { probe } from '../../server-prober.ts';
import {
  addressPolicy,
  Protocol,
  systemClock,
  testLimits,
  TrustStore,
  unwatched,
  type AddressPolicy,
} from '../../smtp/index.ts';
import { AuditLog } from '../audit/index.ts';
import { TestRuns } from '../test-emails/index.ts';
import { TrustedCertificates } from '../trusted-certificates/index.ts';
import type { MailRecords } from './mail-records.ts';
import type { usualDoors } from './server-discovery.ts';
import { ServerDiscovery, type DiscoveredServers } from './server-discovery.service.ts';

const authority = await createAuthority();
const CALLER = {
  serverIds: null,
  serverIds: null,
  id: '00000000-0000-7000-8000-000000000001',
  name: 'ada@example.org',
  from: null,
};

let database: TestDatabase;
let dataSource: ReturnType<typeof createDataSource>;
const sinks: MailSink[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = createDataSource(database.connection, { log: silentLog });
  await dataSource.initialize();
});
afterEach(async () => {
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function sinkWith(options: Parameters<typeof mailSink>[0]): Promise<number> {
  const sink = await mailSink({ credentials: { username: 'ada', password: 'secret' }, ...options });
  sinks.push(sink);
  return sink.port;
}

/** Discovery as it is built into the service, on a DNS of its own in which every host is this machine. */
function discovery(said: {
  records?: Partial<MailRecords>;
  doors?: typeof usualDoors;
  policy?: AddressPolicy;
  perMinute?: number;
}): (text?: string) => Promise<DiscoveredServers> {
  const audit = new AuditLog(() => new Date());
  const service = new ServerDiscovery({
    dataSource,
    records: { services: async () => [], exchangers: async () => [], ...said.records },
    probe: (places, { trusted, signal }) =>
      Promise.all(
        places.map((place) =>
          probe(place, {
            limits: testLimits(2),
            clock: systemClock,
            trust: new TrustStore([authority.pem], trusted),
            policy: said.policy ?? addressPolicy({}),
            resolver: async () => ['127.0.0.1'],
            progress: unwatched,
            machineName: 'localhost',
            signal,
          }),
        ),
      ),
    certificates: new TrustedCertificates({
      dataSource,
      audit,
      now: () => new Date(),
      trustChanged: async () => undefined,
    }),
    runs: new TestRuns({
      dataSource,
      notifications: new Notifications(database.connection, silentLog),
      perMinute: said.perMinute ?? 1000,
      now: () => new Date(),
    }),
    audit,
    doors: said.doors ?? [],
  });
  return async (text = 'ada@example.org') => {
    const result = await service.discover(text, CALLER as Parameters<typeof service.discover>[1]);
    if ('refusal' in result) throw new Error(result.message);
    return result;
  };
}

const at = (name: string, port: number): Partial<MailRecords> => ({
  services: async (asked) =>
    asked.startsWith(`${name}.`) ? [{ target: 'relay.example.org', port, priority: 0, weight: 0 }] : [],
});

describe('discovery', () => {
  it('finds the server that the domain names in DNS, and demands what it can', async () => {
    const identity = await authority.issue({ names: ['relay.example.org'] });
    const port = await sinkWith({ security: SinkSecurity.STARTTLS, identity });
    const { domain, servers } = await discovery({ records: at('_submission._tcp', port) })();
    expect(domain).toBe('example.org');
    expect(servers).toEqual([
      {
        hostname: 'relay.example.org',
        port,
        protocol: 'SMTP',
        startTls: 'ENABLED_AND_REQUIRED',
        source: 'SRV',
        isEncrypted: true,
        isTrusted: true,
        offersSignIn: true,
      },
    ]);
  });

  it('looks at usual names and ports, and proposes the strongest encryption', async () => {
    const identity = await authority.issue({ names: ['smtp.example.org', 'mail.example.org'] });
    const implicit = await sinkWith({ security: SinkSecurity.SMTPS, identity });
    const clear = await sinkWith({ security: SinkSecurity.CLEAR });
    const doors = [
      { port: clear, protocol: Protocol.SMTP },
      { port: implicit, protocol: Protocol.SMTPS },
    ];
    const { servers } = await discovery({ doors })();
    expect(servers.map(({ hostname, port, isTrusted }) => [hostname, port, isTrusted])).toEqual([
      ['smtp.example.org', implicit, true],
      ['mail.example.org', implicit, true],
      ['smtp.example.org', clear, false],
      ['mail.example.org', clear, false],
    ]);
  });

  it('shows a server whose certificate nobody vouches for as what it is', async () => {
    const port = await sinkWith({
      security: SinkSecurity.SMTPS,
      identity: await selfSigned({ names: ['relay.example.org'] }),
    });
    const { servers } = await discovery({ records: at('_submissions._tcp', port) })();
    expect(servers).toMatchObject([{ port, isEncrypted: true, isTrusted: false }]);
  });

  it('connects to no address that the deployment denies, whatever DNS says', async () => {
    const inside = await scriptedSmtpServer([greet('220 internal')]);
    const policy = addressPolicy({ deniedNetworks: ['127.0.0.0/8'] });
    const { servers } = await discovery({ records: at('_submission._tcp', inside.port), policy })();
    expect(servers).toEqual([]);
    expect(inside.connections).toBe(0);
    await inside.close();
  });

  it('says nothing of what is no SMTP server', async () => {
    const shell = await scriptedSmtpServer([say('SSH-2.0-OpenSSH_9.9\r\n')]);
    const { servers } = await discovery({ records: at('_submission._tcp', shell.port) })();
    expect(servers).toEqual([]);
    expect(shell.connections).toBe(1);
    await shell.close();
  });

  it('counts as a test', async () => {
    const discover = discovery({ perMinute: 1 });
    await dataSource.query('DELETE FROM test_run');
    await discover();
    await expect(discover()).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  });

  it('leaves a line in the audit log', async () => {
    await discovery({})('audited.example');
    const rows: unknown = await dataSource.query(
      `SELECT actor, action FROM audit_event WHERE subject = 'audited.example'`,
    );
    expect(rows).toEqual([{ actor: 'ada@example.org', action: 'smtpServer.discovered' }]);
  });
});

describe('over the API', () => {
  const DISCOVER = `mutation ($input: DiscoverSmtpServersInput!) {
    discoverSmtpServers(input: $input) {
      __typename ... on DiscoveredSmtpServers { domain servers { hostname } } ... on InvalidInput { problems { path code } }
    }
  }`;
  let app: AppForTests;
  let client: GraphqlClient;

  beforeAll(async () => {
    ({ app, client } = await startSignedIn());
  });
  afterAll(() => app.close());

  it('a name that cannot exist is answered without a question to DNS', async () => {
    const answer = await client.field(DISCOVER, { input: { addressOrDomain: 'ada@example.invalid' } });
    expect(answer).toEqual({ __typename: 'DiscoveredSmtpServers', domain: 'example.invalid', servers: [] });
  });

  it('what is no domain is a problem of the field', async () => {
    const answer = await client.field(DISCOVER, { input: { addressOrDomain: '169.254.169.254' } });
    expect(answer).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'addressOrDomain', code: 'BAD_FORMAT' }],
    });
  });

  it('nobody else may ask', async () => {
    const stranger = new GraphqlClient(app);
    const { errors } = await stranger.send(DISCOVER, { input: { addressOrDomain: 'example.invalid' } });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
