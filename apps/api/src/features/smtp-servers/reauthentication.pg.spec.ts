import { createAuthority } from '@postroom/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { GraphqlClient, startSignedIn, type AppForTests } from '../../../testing/app-for-tests.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres.ts';
import { aServer, SmtpServerCalls } from '../../../testing/smtp-server-calls.ts';

let database: TestDatabase;
let app: AppForTests;
let client: GraphqlClient;
let calls: SmtpServerCalls;
let token: GraphqlClient;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ app, client } = await startSignedIn({}, database));
  calls = new SmtpServerCalls(client);
  const { secret } = await client.field<{ secret: string }>(
    'mutation { createApiToken(input: {name: "script", scopes: [SERVERS_READ, SERVERS_WRITE]}) { ... on CreatedApiToken { secret } } }',
  );
  token = Object.assign(new GraphqlClient(app), { token: secret });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** As if the sign-in had been eleven minutes ago. */
async function pass11Minutes(): Promise<void> {
  const connection = new Client({ ...database.connection, ssl: false });
  await connection.connect();
  await connection.query(`UPDATE session SET authenticated_at = authenticated_at - interval '11 minutes'`);
  await connection.end();
}

const required = { __typename: 'ReauthenticationRequired', code: 'REAUTHENTICATION_REQUIRED' };

describe('eleven minutes after the sign-in', () => {
  it.each([
    [{ startTls: 'ENABLED_AND_REQUIRED' }, { startTls: 'ENABLED' }],
    [{ startTls: 'ENABLED' }, { startTls: 'DISABLED' }],
    [{ protocol: 'SMTPS' }, { protocol: 'SMTP' }],
    [{}, { allowInsecureAuth: true }],
  ])('a server of %j becomes %j only with a fresh proof', async (before, change) => {
    const { id } = await calls.add(aServer(before));
    await pass11Minutes();
    expect(await calls.update({ id, ...change })).toMatchObject(required);
    await client.field(
      'mutation { reauthenticate(input: {password: "correct horse battery"}) { __typename } }',
    );
    expect(await calls.update({ id, ...change })).toMatchObject({ __typename: 'SmtpServer', revision: 2 });
  });

  it.each([
    [{ startTls: 'DISABLED' }, { startTls: 'ENABLED' }],
    [{ startTls: 'ENABLED' }, { protocol: 'SMTPS' }],
    [{ allowInsecureAuth: true }, { allowInsecureAuth: false }],
    [{ protocol: 'SMTPS', startTls: 'ENABLED' }, { startTls: 'DISABLED' }],
    [{}, { hostname: 'mx.example.org', port: 2525 }],
    [{}, { name: 'Renamed' }],
  ])('a server of %j becomes %j without', async (before, change) => {
    const { id } = await calls.add(aServer(before));
    await pass11Minutes();
    expect(await calls.update({ id, ...change })).toMatchObject({ __typename: 'SmtpServer' });
    await client.field(
      'mutation { reauthenticate(input: {password: "correct horse battery"}) { __typename } }',
    );
  });

  it('a server that takes passwords in clear is added only with a fresh proof, any other without', async () => {
    await pass11Minutes();
    expect(await calls.add(aServer({ allowInsecureAuth: true }))).toMatchObject(required);
    expect(await calls.add(aServer({ startTls: 'DISABLED' }))).toMatchObject({ __typename: 'SmtpServer' });
  });

  it('what is wrong with the input is told first', async () => {
    await pass11Minutes();
    expect(await calls.add(aServer({ allowInsecureAuth: true, port: 0 }))).toMatchObject({
      problems: [{ path: 'port' }],
    });
  });

  it('a certificate is trusted only with a fresh proof', async () => {
    const { pem } = await createAuthority();
    const add =
      'mutation ($pem: String!) { addTrustedCertificates(input: {name: "CA", pem: $pem}) { __typename } }';
    await pass11Minutes();
    expect(await client.field(add, { pem })).toEqual({ __typename: 'ReauthenticationRequired' });
    expect(await token.field(add, { pem })).toEqual({ __typename: 'AddedTrustedCertificates' });
  });

  it('a token is never asked', async () => {
    const byToken = new SmtpServerCalls(token);
    const { id } = await byToken.add(aServer({ startTls: 'ENABLED_AND_REQUIRED' }));
    expect(await byToken.update({ id, startTls: 'DISABLED', allowInsecureAuth: true })).toMatchObject({
      __typename: 'SmtpServer',
    });
  });

  it('a draft with a weaker connection is tested without', async () => {
    await pass11Minutes();
    const draft = { hostname: '127.0.0.1', port: 1, startTls: 'DISABLED', allowInsecureAuth: true };
    const report = await client.field(
      'mutation ($draft: SmtpServerDraftInput!) { sendTestEmail(input: {draft: $draft, from: "a@example.org", to: "b@example.org"}) { __typename } }',
      { draft },
    );
    expect(report).toEqual({ __typename: 'TestReport' });
  });
});
