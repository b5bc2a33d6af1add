import { createAuthority } from '@postroom/testing';
import { buildSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../testing/app-for-tests.ts';
import { Callers, CALLERS, refusalOf, type RuleName } from '../../testing/callers.ts';
import { eventsOf } from '../../testing/event-stream.ts';
import { aServer, SmtpServerCalls } from '../../testing/smtp-server-calls.ts';
import { printGraphqlSchema } from './graphql-schema.ts';

const schema = buildSchema(printGraphqlSchema());

/** The fields that are looked up, and whose they are. On purpose written out a second time: this is what the resolvers are held to. */
const FIELDS: Record<string, RuleName> = {
  'ApiToken.servers': 'SERVERS_READ',
  'Email.attachments': 'CALLER',
  'Email.attempts': 'EMAILS_READ',
  'Email.server': 'SERVERS_READ',
  'EmailConnection.totalCount': 'EMAILS_READ',
  'Overview.troubles': 'SERVERS_READ',
  'SmtpServer.failedEmails': 'SERVERS_READ',
  'SmtpServer.heldBy': 'SERVERS_READ',
  'SmtpServer.heldSince': 'SERVERS_READ',
  'SmtpServer.lastTest': 'SERVERS_READ',
  'SmtpServer.tests': 'SERVERS_READ',
  'SmtpServer.trustedCertificates': 'SERVERS_READ',
  'SmtpServer.waitingEmails': 'SERVERS_READ',
  'SmtpServerConnection.totalCount': 'SERVERS_READ',
  'TrustedCertificate.servers': 'SERVERS_READ',
  'User.mustFirst': 'ANYBODY',
};

interface Way {
  rule: RuleName;
  document: (field: string) => string;
  /** Who finds an object there; everybody who may, unless it is said. */
  finds?: (caller: string) => boolean;
}

const SEND = 'sendEmail(input: {from: "ada@example.org", to: ["bob@example.org"], subject: "x", text: "x"})';

/** The ways to an object of each type: of a query, and of what a mutation answers with. */
const WAYS: Record<string, Way[]> = {
  ApiToken: [
    {
      rule: 'ANYBODY',
      document: (field) => `{ viewer { apiToken { ${field} } } }`,
      finds: (caller) => caller.startsWith('a token'),
    },
    { rule: 'ADMINISTRATOR', document: (field) => `{ apiTokens { ${field} } }` },
  ],
  Email: [
    { rule: 'EMAILS_READ', document: (field) => `{ emails { nodes { ${field} } } }` },
    { rule: 'EMAILS_SEND', document: (field) => `mutation { ${SEND} { ... on Email { ${field} } } }` },
  ],
  EmailConnection: [{ rule: 'EMAILS_READ', document: (field) => `{ emails { ${field} } }` }],
  Overview: [{ rule: 'EMAILS_READ', document: (field) => `{ overview { ${field} } }` }],
  SmtpServer: [
    { rule: 'SERVERS_READ', document: (field) => `{ smtpServers { nodes { ${field} } } }` },
    {
      rule: 'SERVERS_WRITE',
      document: (field) =>
        `mutation { setDefaultSmtpServer(id: "${serverId}") { ... on SmtpServer { ${field} } } }`,
    },
  ],
  SmtpServerConnection: [{ rule: 'SERVERS_READ', document: (field) => `{ smtpServers { ${field} } }` }],
  TrustedCertificate: [{ rule: 'SERVERS_READ', document: (field) => `{ trustedCertificates { ${field} } }` }],
  User: [
    {
      rule: 'ANYBODY',
      document: (field) => `{ viewer { user { ${field} } } }`,
      finds: (caller) => !caller.startsWith('a token') && caller !== 'nobody',
    },
    { rule: 'ADMINISTRATOR', document: (field) => `{ users { ${field} } }` },
  ],
};

let app: AppForTests;
let callers: Callers;
let serverId: string;
const clients = new Map<string, GraphqlClient>();

beforeAll(async () => {
  const { app: started, client: admin } = await startSignedIn();
  app = started;
  callers = await new Callers(app, admin).prepare();
  for (const name of CALLERS) clients.set(name, await callers.clientOf(name));
  serverId = (await new SmtpServerCalls(admin).add(aServer())).id;
  await admin.field(`mutation { ${SEND} { __typename } }`);
  await admin.field(
    'mutation ($input: AddTrustedCertificatesInput!) { addTrustedCertificates(input: $input) { __typename } }',
    { input: { name: 'Ours', pem: (await createAuthority()).pem } },
  );
});
afterAll(() => app.close());

const fieldNames = Object.keys(FIELDS);

it('has a rule for every field that is looked up, and no rule for what does not exist', () => {
  const lookedUp = getMetadataStorage().fieldResolvers.map(
    ({ getObjectType, schemaName }) => `${getObjectType?.().name.replace(/Type$/, '') ?? ''}.${schemaName}`,
  );
  expect(lookedUp.toSorted()).toEqual(fieldNames);
});

describe.each(CALLERS)('%s', (caller) => {
  const steps = fieldNames.flatMap((name) => {
    const [type = ''] = name.split('.');
    return (WAYS[type] ?? []).map((way, n) => [name, n, way] as const);
  });

  it.each(steps)('sees %s or not, as the table says (way %i)', async (name, _, way) => {
    const { errors, text } = await clients.get(caller)!.send(way.document(selection(name)));
    const finds = way.finds?.(caller) ?? true;
    const code = refusalOf(caller, way.rule) ?? (finds ? refusalOf(caller, FIELDS[name]) : null);
    const codes = new Set(errors.map(({ extensions }) => extensions.code));
    expect(codes).toEqual(new Set(code === null ? [] : [code]));
    if (code === null && finds) expect(text).toContain(`"${name.split('.')[1] ?? ''}":`);
  });

  it('watches a test or not', async () => {
    const client = clients.get(caller)!;
    const watchId = `of ${caller}`;
    const watched = eventsOf(
      client,
      `subscription { testEmailProgress(watchId: "${watchId}") { name } }`,
      {},
    );
    const code = refusalOf(caller, 'SERVERS_TEST');
    if (code === null) {
      const test = `{serverId: "${serverId}", from: "a@example.org", to: "b@example.org", watchId: "${watchId}"}`;
      await client.field(`mutation { sendTestEmail(input: ${test}) { __typename } }`);
    }
    const codes = (await watched).flatMap(({ errors = [] }) =>
      errors.map(({ extensions }) => extensions.code),
    );
    expect([...new Set(codes)]).toEqual(code === null ? [] : [code]);
    expect((await watched).length).toBeGreaterThan(0);
  });
});

function selection(name: string): string {
  const [typeName = '', field = ''] = name.split('.');
  const type = schema.getType(typeName);
  const named = isObjectType(type) && getNamedType(type.getFields()[field]!.type);
  return named && isLeafType(named) ? field : `${field} { __typename }`;
}
