import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { startMailProvider, type MailProvider } from '../harness/mail-provider.ts';
import { launchPostroom, type StartingPostroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('a script sets up Postroom without a browser', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let provider: MailProvider;
  let postroom: StartingPostroom;
  let client: GraphqlClient;
  let serverId: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    provider = await startMailProvider(folder.path);
    postroom = await launchPostroom({
      dataDir: join(folder.path, 'data'),
      env: { ...withAdministrator, ...provider.env },
    });
  });

  afterAll(async () => {
    await (await postroom.ready).stop();
    await provider.sink.close();
    await folder.remove();
  });

  it('says at /readyz when it may be used', async () => {
    const status = async (): Promise<number> => (await fetch(`${postroom.url}/readyz`)).status;
    await expect.poll(status, { timeout: 60_000, interval: 100 }).toBe(200);
  });

  it('asks nobody to set it up', async () => {
    expect((await postroom.ready).setUpLink).toBeNull();
  });

  it('lets the administrator of its environment sign in', async () => {
    client = await signIn(postroom.url);
    const { viewer } = await client.execute('{ viewer { user { email role } } }');
    expect(viewer).toEqual({ user: { email: administrator.email, role: 'ADMIN' } });
  });

  it('adds a server', async () => {
    const { addSmtpServer } = await client.execute<{ addSmtpServer: { id: string } }>(
      `mutation Add($input: AddSmtpServerInput!) {
        addSmtpServer(input: $input) {
          __typename
          ... on SmtpServer { id isDefault hasPassword }
          ... on Refusal { message }
        }
      }`,
      {
        input: {
          name: 'Sink',
          hostname: provider.hostname,
          port: provider.sink.port,
          startTls: 'ENABLED_AND_REQUIRED',
          username: provider.credentials.username,
        },
      },
    );
    expect(addSmtpServer).toMatchObject({ __typename: 'SmtpServer', isDefault: true, hasPassword: false });
    serverId = addSmtpServer.id;
  });

  it('gives the server its password, twice the same', async () => {
    const { password } = provider.credentials;
    const { changePassword } = await client.execute(
      `mutation ChangePassword($input: ChangePasswordInput!) {
        changePassword(input: $input) {
          __typename
          ... on SmtpServer { hasPassword passwordChangedBy }
          ... on Refusal { message }
        }
      }`,
      { input: { serverId, password, repeatPassword: password } },
    );
    expect(changePassword).toEqual({
      __typename: 'SmtpServer',
      hasPassword: true,
      passwordChangedBy: administrator.email,
    });
  });

  it('sends a test email, which arrives encrypted and signed in', async () => {
    const { sendTestEmail } = await client.execute(
      `mutation Test($input: SendTestEmailInput!) {
        sendTestEmail(input: $input) {
          __typename
          ... on TestReport {
            succeeded
            downgraded
            tls { verified }
            failure { step code message }
            steps { name state }
          }
          ... on Refusal { message }
        }
      }`,
      { input: { serverId, from: 'postroom@example.org', to: 'admin@example.org' } },
    );
    expect(sendTestEmail).toMatchObject({
      __typename: 'TestReport',
      failure: null,
      succeeded: true,
      downgraded: false,
      tls: { verified: true },
    });
    const mail = await provider.sink.waitForMail();
    expect(mail).toMatchObject({
      from: 'postroom@example.org',
      to: ['admin@example.org'],
      isEncrypted: true,
      username: provider.credentials.username,
    });
    expect(provider.sink.mails).toHaveLength(1);
  });

  it('keeps the password out of everything it printed', async () => {
    expect((await postroom.ready).output()).not.toContain(provider.credentials.password);
  });
});
