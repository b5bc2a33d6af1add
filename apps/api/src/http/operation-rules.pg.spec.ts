import { createAuthority, type Authority } from '@postroom/testing';
import { buildSchema, getNamedType, type GraphQLField } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';
import { Callers, CALLERS, refusalOf, SCOPES, tokenFor, type RuleName } from '../../testing/callers.ts';
import { operationDocument, slotsOf } from '../../testing/operation-document.ts';
import { aServer, SmtpServerCalls } from '../../testing/smtp-server-calls.ts';
import { printGraphqlSchema } from './graphql-schema.ts';

const schema = buildSchema(printGraphqlSchema());
/** Who may call what. On purpose written out a second time: this is what the resolvers are held to. */
const RULES: Record<string, RuleName> = {
  viewer: 'ANYBODY',
  needsSetUp: 'ANYBODY',
  setUp: 'ANYBODY',
  signIn: 'ANYBODY',
  signOut: 'ANYBODY',
  serviceStatus: 'CALLER',
  attachmentLimits: 'CALLER',
  ownSessions: 'PERSON',
  ownSecondFactor: 'PERSON',
  endOwnSession: 'PERSON',
  endOtherOwnSessions: 'PERSON',
  changeOwnPassword: 'PERSON',
  reauthenticate: 'PERSON',
  setUpSecondFactor: 'PERSON',
  confirmSecondFactor: 'PERSON',
  renewRecoveryCodes: 'PERSON',
  disableSecondFactor: 'PERSON',
  users: 'ADMINISTRATOR',
  addUser: 'ADMINISTRATOR',
  updateUser: 'ADMINISTRATOR',
  apiTokens: 'ADMINISTRATOR',
  createApiToken: 'ADMINISTRATOR',
  revokeApiToken: 'ADMINISTRATOR',
  auditEvents: 'AUDIT_READ',
  smtpServers: 'SERVERS_READ',
  smtpServer: 'SERVERS_READ',
  trustedCertificates: 'SERVERS_READ',
  addSmtpServer: 'SERVERS_WRITE',
  updateSmtpServer: 'SERVERS_WRITE',
  changePassword: 'SERVERS_WRITE',
  setDefaultSmtpServer: 'SERVERS_WRITE',
  deleteSmtpServer: 'SERVERS_WRITE',
  addTrustedCertificates: 'SERVERS_WRITE',
  deleteTrustedCertificate: 'SERVERS_WRITE',
  sendTestEmail: 'SERVERS_TEST',
  cancelTestEmail: 'SERVERS_TEST',
  discoverSmtpServers: 'SERVERS_WRITE',
  resumeSmtpServer: 'EMAILS_MANAGE',
  overview: 'EMAILS_READ',
  emails: 'EMAILS_READ',
  email: 'EMAILS_READ',
  sendEmail: 'EMAILS_SEND',
  sendEmails: 'EMAILS_SEND',
  retryEmail: 'EMAILS_MANAGE',
  retryEmails: 'EMAILS_MANAGE',
  cancelEmail: 'EMAILS_MANAGE',
  cancelEmails: 'EMAILS_MANAGE',
  revokeAttachmentLink: 'EMAILS_MANAGE',
};

let app: AppForTests;
let admin: GraphqlClient;
let callers: Callers;

beforeAll(async () => {
  ({ app, client: admin } = await startSignedIn());
  callers = await new Callers(app, admin).prepare();
});
afterAll(() => app.close());

const operations = (['Query', 'Mutation'] as const).flatMap((root) => {
  const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map((field) => ({ root, field }));
});

it('has a rule for every operation, and no rule for what does not exist', () => {
  expect(operations.map(({ field }) => field.name).toSorted()).toEqual(Object.keys(RULES).toSorted());
});

describe.each(CALLERS)('%s', (name) => {
  it.each(operations.map(({ root, field }) => [field.name, root, field] as const))(
    'may call %s or not, as the table says',
    async (operation, root, field) => {
      const client = await callers.clientOf(name);
      const { errors, data } = await client.send(
        operationDocument(root, field, { email: JSON.stringify(name) }),
      );
      const code = refusalOf(name, RULES[operation]);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(code === null ? [] : [code]);
      if (code !== null) expect(data?.[operation] ?? null).toBeNull();
    },
  );
});

describe('a token that is limited to some servers', () => {
  const NO_SERVER = '01a204c3-3d82-7642-bafb-f268d145ff1c';
  let authority: Authority;
  let own: string;
  let foreign: string;
  let token: GraphqlClient;

  beforeAll(async () => {
    const calls = new SmtpServerCalls(await admin.signIn());
    own = (await calls.add(aServer())).id;
    foreign = (await calls.add(aServer())).id;
    authority = await createAuthority();
    const secret = await tokenFor(admin, { scopes: SCOPES, serverIds: [own] });
    token = Object.assign(new GraphqlClient(app), { token: secret });
  });

  const withServer = operations.filter(({ field }) => takesServer(field));

  it.each(withServer.map(({ root, field }) => [field.name, root, field] as const))(
    'cannot tell with %s a foreign server from one that does not exist',
    async (_, root, field) => {
      const [atForeign, atNone] = await Promise.all(
        [foreign, NO_SERVER].map((id) => token.send(operationDocument(root, field, naming(id)))),
      );
      expect(atForeign?.text).toBe(atNone?.text);
      expect(atForeign?.text).toMatch(
        /"(NotFound|EmailConnection|ChangedEmails)"|^\{"data":\{"smtpServer":null\}\}/,
      );
    },
  );

  it('is tried with whatever takes a server', () => {
    expect(withServer.map(({ field }) => field.name).toSorted()).toEqual([
      'addTrustedCertificates',
      'cancelEmails',
      'changePassword',
      'deleteSmtpServer',
      'emails',
      'resumeSmtpServer',
      'retryEmail',
      'retryEmails',
      'sendEmail',
      'sendEmails',
      'sendTestEmail',
      'setDefaultSmtpServer',
      'smtpServer',
      'updateSmtpServer',
    ]);
  });

  it('sees its own server and no other in every list', async () => {
    const { nodes, totalCount } = await token.field<{ nodes: { id: string }[]; totalCount: number }>(
      '{ smtpServers { nodes { id } totalCount } }',
    );
    expect([nodes, totalCount]).toEqual([[{ id: own }], 1]);
  });

  it.each([
    'mutation { addSmtpServer(input: {name: "New", hostname: "smtp.example.org"}) { __typename } }',
    'mutation { sendTestEmail(input: {draft: {hostname: "smtp.example.org"}, from: "a@example.org", to: "b@example.org"}) { __typename } }',
    'mutation { discoverSmtpServers(input: {addressOrDomain: "example.org"}) { __typename } }',
    'mutation { addTrustedCertificates(input: {name: "For all", pem: ""}) { __typename } }',
    '{ auditEvents { nodes { subject } } }',
  ])('is refused %s, which reaches beyond them', async (document) => {
    const { errors } = await token.send(document);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each(['/audit.csv', '/audit.jsonl'])('gets no %s', async (path) => {
    const headers = { Authorization: `Bearer ${token.token ?? ''}` };
    expect((await fetch(`${app.url}${path}`, { headers })).status).toBe(403);
  });

  it('has none left, and not every one, when its server is deleted', async () => {
    await admin.field(`mutation { setDefaultSmtpServer(id: "${foreign}") { __typename } }`);
    expect(await new SmtpServerCalls(admin).remove(own)).toMatchObject({ __typename: 'DeletedSmtpServer' });
    expect(await token.field('{ smtpServers { totalCount } }')).toEqual({ totalCount: 0 });
    expect(await token.field('{ viewer { apiToken { servers { id } } } }')).toEqual({
      apiToken: { servers: [] },
    });
  });

  const naming = (id: string) => ({
    id: `"${id}"`,
    serverId: `"${id}"`,
    serverIds: `["${id}"]`,
    server: `{ id: "${id}" }`,
    filter: `{ serverId: "${id}" }`,
    pem: JSON.stringify(authority.pem),
  });

  /** Tokens themselves are made by administrators alone. */
  function takesServer(field: GraphQLField<unknown, unknown>): boolean {
    if (RULES[field.name] === 'ADMINISTRATOR') return false;
    const isOfServers = field.name.includes('SmtpServer');
    return slotsOf(field).some(
      ({ name, type }) =>
        name === 'serverId' ||
        name === 'serverIds' ||
        getNamedType(type).name === 'SmtpServerRef' ||
        (name === 'id' && isOfServers),
    );
  }
});
