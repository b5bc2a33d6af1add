// Takes the pictures of README and docs from the built product: `pnpm --filter @postroom/e2e run screenshots`.
import { join, resolve } from 'node:path';
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit } from '../harness/browser.ts';
import { sendEmails, untilEmails } from '../harness/emails.ts';
import { startMailProvider, type MailProvider } from '../harness/mail-provider.ts';
import { addServer } from '../harness/mail-servers.ts';
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

const TEST = `mutation ($input: SendTestEmailInput!) { sendTestEmail(input: $input) { __typename } }`;

it('takes pictures of the start page, the servers, a new one, a test that failed and the outbox', async () => {
  const client = await signIn(postroom.url);
  const { hostname, sink, credentials } = provider;
  const secure = { hostname, port: sink.port, startTls: 'ENABLED_AND_REQUIRED', ...credentials };
  const good = await addServer(client, { name: 'Main relay', ...secure });
  const bad = await addServer(client, { name: 'Newsletter', ...secure, password: 'last year’s password' });
  await addServer(client, {
    name: 'Fax gateway',
    port: sink.port,
    hostname,
    kind: 'FAX',
    faxAddressTemplate: 'FAX={number}@fax.example.org',
  });
  const from = credentials.username;
  for (const serverId of [good, bad])
    await client.execute(TEST, { input: { serverId, from, to: administrator.email } });
  const through = (id: string, subjects: readonly string[]) =>
    subjects.map((subject, at) => ({ server: { id }, from, to: [readers[at % readers.length]], subject }));
  await sendEmails(client, [
    ...through(good, [
      'Your invoice of November',
      'Your order is on its way',
      'Reset your password',
      'Welcome',
    ]),
    ...through(bad, ['What is new in December', 'What is new in December']),
  ]);
  await untilEmails(client, 4, ['ACCEPTED']);
  await untilEmails(client, 2, ['HELD']);

  const { page, leave } = await visit(browser, `${postroom.url}/sign-in?next=/servers`, {
    viewport: { width: 1280, height: 860 },
  });
  const take = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  await signInOnPage(page, administrator);
  await page.getByRole('link', { name: 'Newsletter' }).waitFor();
  await take('servers');

  await page.goto(`${postroom.url}/servers/${bad}/test`);
  await page.getByText('What to do').waitFor();
  await take('test-email');

  await page.goto(`${postroom.url}/servers/new`);
  await page.getByRole('button', { name: 'Microsoft 365' }).click();
  await take('server-new');

  await page.goto(`${postroom.url}/outbox?tab=all`);
  await page.getByRole('row', { name: /Your invoice/ }).waitFor();
  await take('outbox');

  await page.route('**/graphql', spreadOverTheDay);
  await page.goto(postroom.url);
  await page.locator('canvas').waitFor();
  await page.waitForLoadState('networkidle');
  await take('overview');
  await leave();
});

const readers = ['ada@example.org', 'grace@example.org', 'alan@example.org'];

/** A picture of a day takes no day: the emails of the hours before are made up, everything else is as the product has it. */
async function spreadOverTheDay(route: Route): Promise<void> {
  const { operationName } = route.request().postDataJSON() as { operationName: string };
  if (operationName !== 'Overview') return route.continue();
  const response = await route.fetch();
  const answer = (await response.json()) as {
    data: { overview: { hours: { accepted: number; failed: number }[] } };
  };
  answer.data.overview.hours.forEach((hour, at) => {
    hour.accepted += Math.round(140 + 120 * Math.sin((at - 6) / 4) + 17 * (at % 3));
    hour.failed += at % 7 === 3 ? 4 : 0;
  });
  return route.fulfill({ response, json: answer });
}
