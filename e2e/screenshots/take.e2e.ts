// Takes the pictures of README and docs from the built product: `pnpm --filter @postroom/e2e run screenshots`.
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit } from '../harness/browser.ts';
import { startMailProvider, type MailProvider } from '../harness/mail-provider.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

const pictures = resolve(import.meta.dirname, '../../docs/screenshots');

let folder: TemporaryFolder;
let provider: MailProvider;
let postroom: Postroom;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  provider = await startMailProvider(folder.path);
  const env = { ...provider.env, ...withAdministrator };
  postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await postroom.stop();
  await provider.sink.close();
  await folder.remove();
});

const ADD = `mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { ... on SmtpServer { id } } }`;
const TEST = `mutation ($input: SendTestEmailInput!) { sendTestEmail(input: $input) { __typename } }`;

it('takes a picture of the list and of a test that failed', async () => {
  const client = await signIn(postroom.url);
  const add = async (name: string, settings: object) => {
    const input = { name, hostname: provider.hostname, port: provider.sink.port, ...settings };
    const { addSmtpServer } = await client.execute<{ addSmtpServer: { id: string } }>(ADD, { input });
    return addSmtpServer.id;
  };
  const secure = { startTls: 'ENABLED_AND_REQUIRED', ...provider.credentials };
  const good = await add('Main relay', secure);
  const bad = await add('Newsletter', { ...secure, password: 'last year’s password' });
  await add('Fax gateway', { kind: 'FAX', faxAddressTemplate: 'FAX={number}@fax.example.org' });
  for (const serverId of [good, bad]) {
    await client.execute(TEST, {
      input: { serverId, from: 'postroom@provider.example', to: administrator.email },
    });
  }

  const { page, leave } = await visit(browser, `${postroom.url}/sign-in?next=/servers`, {
    viewport: { width: 1280, height: 860 },
  });
  await page.getByLabel('Email', { exact: true }).fill(administrator.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: 'Newsletter' }).waitFor();
  await page.screenshot({ path: join(pictures, 'servers.png') });
  await page.goto(`${postroom.url}/servers/${bad}/test`);
  await page.getByText('What to do').waitFor();
  await page.screenshot({ path: join(pictures, 'test-email.png') });
  await leave();
});
