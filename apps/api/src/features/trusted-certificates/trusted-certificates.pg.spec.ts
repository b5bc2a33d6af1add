import {
  createAuthority,
  expired,
  mailSink,
  selfSigned,
  SinkSecurity,
  type MailSink,
} from '@postroom/testing';
import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSignedIn, type AppForTests, type GraphqlClient } from '../../../testing/app-for-tests.ts';
import { aServer, SmtpServerCalls, type ServerAnswer } from '../../../testing/smtp-server-calls.ts';

let app: AppForTests;
let client: GraphqlClient;
let servers: SmtpServerCalls;
let sink: MailSink | undefined;

beforeAll(async () => {
  ({ app, client } = await startSignedIn({ TESTS_PER_MINUTE: '1000' }));
  servers = new SmtpServerCalls(client);
});
afterEach(async () => {
  await sink?.close();
  sink = undefined;
  for (const { id } of await all()) await remove(id);
});
afterAll(() => app.close());

interface Certificate {
  id: string;
  name: string;
  subject: string;
  sha256: string;
  validTo: string;
  isAuthority: boolean;
  servers: { name: string }[] | null;
}
interface Added {
  __typename: string;
  certificates: Certificate[];
  problems: { path: string; code: string; message: string }[];
}

const FIELDS = 'id name subject issuer sha256 validFrom validTo isAuthority servers { name }';
const all = () => client.field<Certificate[]>(`{ trustedCertificates { ${FIELDS} } }`);
const add = (input: object) =>
  client.field<Added>(
    `mutation ($input: AddTrustedCertificatesInput!) {
      addTrustedCertificates(input: $input) {
        __typename ... on AddedTrustedCertificates { certificates { ${FIELDS} } } ... on InvalidInput { problems { path code message } }
      }
    }`,
    { input: { name: 'Ours', ...input } },
  );
const remove = (id: string) =>
  client.field<{ __typename: string }>(
    'mutation ($id: ID!) { deleteTrustedCertificate(id: $id) { __typename } }',
    { id },
  );
const test = (server: ServerAnswer) =>
  client.field<{
    succeeded: boolean;
    failure: { code: string; fix: { trustSha256: string } } | null;
    tls: { certificate: { pem: string } };
  }>(
    `mutation ($input: SendTestEmailInput!) {
      sendTestEmail(input: $input) { ... on TestReport { succeeded failure { code fix { trustSha256 } } tls { certificate { pem } } } }
    }`,
    { input: { serverId: server.id, from: 'ada@example.org', to: 'bob@example.org' } },
  );
const serverAt = (port: number) =>
  servers.add(aServer({ hostname: 'localhost', port, startTls: 'ENABLED_AND_REQUIRED', timeoutSeconds: 5 }));

describe('adding', () => {
  it('takes a bundle with other text between, one row for each certificate', async () => {
    const [one, two] = [await createAuthority('One'), await createAuthority('Two')];
    const added = await add({
      pem: `Our authorities\n\nsubject=CN - One\n${one.pem}\r\n# and\n${two.pem}\n--`,
    });
    expect(added.certificates.map(({ subject }) => subject)).toEqual(['CN=One', 'CN=Two']);
    expect(added.certificates[0]).toMatchObject({
      name: 'Ours',
      isAuthority: true,
      servers: null,
      sha256: new X509Certificate(one.pem).fingerprint256,
    });
    expect(await all()).toHaveLength(2);
  });

  it('refuses what holds a private key, in a word that cannot be misread', async () => {
    const { cert, key } = await selfSigned();
    const { problems } = await add({ pem: `${cert}\n${key}` });
    expect(problems).toEqual([expect.objectContaining({ path: 'pem', code: 'PEM_HAS_PRIVATE_KEY' })]);
    expect(JSON.stringify(problems)).not.toContain(key.split('\n')[1]);
    expect(await all()).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['words', 'please trust my server'],
    ['no base64', '-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----'],
    [
      'another thing',
      `-----BEGIN CERTIFICATE-----\n${Buffer.alloc(200).toString('base64')}\n-----END CERTIFICATE-----`,
    ],
    ['a text that was cut', '-----BEGIN CERTIFICATE-----\nMIIB'],
    ['a request', '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----'],
  ])('refuses %s', async (_, pem) => {
    expect((await add({ pem })).problems).toEqual([
      expect.objectContaining({ path: 'pem', code: 'PEM_NOT_VALID' }),
    ]);
  });

  it('adds none of a bundle in which one cannot be read, and says which', async () => {
    const { pem } = await createAuthority();
    const { problems } = await add({
      pem: `${pem}\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----`,
    });
    expect(problems[0]?.message).toContain('certificate 2 of 2');
    expect(await all()).toEqual([]);
  });

  it('wants servers for a certificate that is no authority, and never an empty list of them', async () => {
    const { cert } = await selfSigned();
    const { pem } = await createAuthority();
    for (const input of [{ pem: cert }, { pem: cert, serverIds: [] }, { pem, serverIds: [] }]) {
      expect((await add(input)).problems).toEqual([
        expect.objectContaining({ path: 'serverIds', code: 'SERVERS_REQUIRED' }),
      ]);
    }
  });

  it('adds nothing for a server that does not exist', async () => {
    const { pem } = await createAuthority();
    const known = await servers.add(aServer());
    for (const id of ['x', '01a204c3-3d82-7642-bafb-f268d145ff1c']) {
      expect(await add({ pem, serverIds: [known.id, id] })).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await all()).toEqual([]);
  });
});

describe('a trusted certificate', () => {
  it('is in force at the next connection, and out of it when it was deleted', async () => {
    const authority = await createAuthority();
    sink = await mailSink({ security: SinkSecurity.STARTTLS, identity: await authority.issue() });
    const server = await serverAt(sink.port);
    expect((await test(server)).failure?.code).toBe('CERTIFICATE_NOT_TRUSTED');
    const { certificates } = await add({ pem: authority.pem });
    expect(await test(server)).toMatchObject({ succeeded: true });
    await remove(certificates[0]?.id ?? '');
    expect((await test(server)).failure?.code).toBe('CERTIFICATE_NOT_TRUSTED');
  });

  it('mends a failed test when what the server presented is trusted for that server, whatever its name', async () => {
    sink = await mailSink({
      security: SinkSecurity.STARTTLS,
      identity: await selfSigned({ names: ['other.example.org'] }),
    });
    const [server, another] = [await serverAt(sink.port), await serverAt(sink.port)];
    const { failure, tls } = await test(server);
    const { certificates } = await add({ pem: tls.certificate.pem, serverIds: [server.id] });
    expect(certificates[0]).toMatchObject({
      isAuthority: false,
      sha256: failure?.fix.trustSha256,
      servers: [{ name: server.name }],
    });
    expect(await test(server)).toMatchObject({ succeeded: true });
    expect((await test(another)).failure?.code).toBe('CERTIFICATE_NOT_TRUSTED');
  });

  it('lets no trusted authority vouch for another name, or for a certificate that has ended', async () => {
    const authority = await createAuthority();
    await add({ pem: authority.pem });
    sink = await mailSink({
      security: SinkSecurity.STARTTLS,
      identity: await authority.issue({ names: ['other.example.org'] }),
    });
    expect((await test(await serverAt(sink.port))).failure?.code).toBe('CERTIFICATE_NAME_MISMATCH');
    await sink.close();
    sink = await mailSink({ security: SinkSecurity.STARTTLS, identity: await authority.issue(expired) });
    expect((await test(await serverAt(sink.port))).failure?.code).toBe('CERTIFICATE_EXPIRED');
  });

  it('is trusted by nobody when its only server is deleted', async () => {
    const authority = await createAuthority();
    sink = await mailSink({ security: SinkSecurity.STARTTLS, identity: await authority.issue() });
    const [first, server, other] = [
      await servers.add(aServer()),
      await serverAt(sink.port),
      await serverAt(sink.port),
    ];
    await servers.setDefault(first.id);
    await add({ pem: authority.pem, serverIds: [server.id] });
    await servers.remove(server.id);
    expect((await all())[0]?.servers).toEqual([]);
    expect((await test(other)).failure?.code).toBe('CERTIFICATE_NOT_TRUSTED');
  });

  it('shows on the servers that it counts for', async () => {
    const [mine, other] = [await servers.add(aServer()), await servers.add(aServer())];
    await add({ name: 'Everywhere', pem: (await createAuthority()).pem });
    await add({ name: 'Mine', pem: (await createAuthority()).pem, serverIds: [mine.id] });
    const named = async ({ id }: ServerAnswer) => {
      const query = 'query ($id: ID!) { smtpServer(ref: {id: $id}) { trustedCertificates { name } } }';
      return (
        await client.field<{ trustedCertificates: { name: string }[] }>(query, { id })
      ).trustedCertificates.map(({ name }) => name);
    };
    expect(await named(mine)).toEqual(['Mine', 'Everywhere']);
    expect(await named(other)).toEqual(['Everywhere']);
  });
});
