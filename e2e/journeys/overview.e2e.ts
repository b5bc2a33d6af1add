import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { sendEmails, untilEmails } from '../harness/emails.ts';
import { freePort } from '../harness/free-port.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

/** The page asks every ten seconds; the figures are at most five old. */
const ONE_POLL = { timeout: 20_000 };

describe('an administrator sees at a glance whether mail flows, and if not, why', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let sink: MailSink | undefined;
  let port: number;
  let postroom: Postroom;
  let client: GraphqlClient;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const figure = (name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) });

  beforeAll(async () => {
    folder = await temporaryFolder();
    port = await freePort();
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
    client = await signIn(postroom.url);
    browser = await openBrowser();
    visitor = await visit(browser, postroom.url);
    ({ page } = visitor);
    await signInOnPage(page, administrator);
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await sink?.close();
    await folder.remove();
  });

  it('begins on it, where a first server is missing', async () => {
    await heading('Overview').waitFor();
    await page.getByText('No server yet').waitFor();
    await expectAccessible(page, 'Overview: no server');
  });

  it('sees within one poll that a server is not reached, and what waits for it', async () => {
    const id = await addServer(client, { name: 'Main relay', port });
    await sendEmails(client, [{ to: ['ada@example.org'] }, { to: ['grace@example.org'] }]);
    await untilEmails(client, 2, ['DEFERRED']);
    await page.getByText('1 server needs attention.').waitFor(ONE_POLL);
    const trouble = page.getByRole('listitem').filter({ hasText: 'Main relay' });
    await trouble.getByText('Its mail is put off').waitFor();
    await trouble.getByText('Nothing listens at').waitFor();
    await trouble.getByRole('link', { name: '2 emails wait' }).waitFor();
    await figure('Waiting now 2').waitFor();
    await page.getByRole('img', { name: /2 waiting/ }).waitFor();
    await expectAccessible(page, 'Overview: a server in trouble');
    expect(await trouble.getByRole('link', { name: 'Test Main relay' }).getAttribute('href')).toBe(
      `/servers/${id}/test`,
    );
  });

  it('sees that it flows again once the server is back', async () => {
    sink = await mailSink({ port });
    await sendEmails(client, [{ to: ['ada@example.org'] }]);
    await sink.waitForMail();
    await client.execute('mutation { retryEmails(filter: { states: [DEFERRED] }) { changed } }');
    await untilEmails(client, 3, ['ACCEPTED']);
    await page.getByText('Mail flows.', { exact: true }).waitFor(ONE_POLL);
    await figure('Accepted by servers, 24 hours 3').waitFor();
    await expectAccessible(page, 'Overview: mail flows');
  });

  it('reads the same figures in a table, each hour the way to its emails', async () => {
    await page.getByRole('button', { name: 'Show as a table' }).click();
    const newest = page.getByRole('table').getByRole('row').nth(1);
    expect(await newest.getByRole('cell').allInnerTexts()).toEqual(['3', '0', '0']);
    await expectAccessible(page, 'Overview: as a table');
    await newest.getByRole('link').click();
    await heading('Outbox').waitFor();
    await page.getByRole('row', { name: /grace@example\.org/ }).waitFor();
    await page.goBack();
  });

  it('sees who changed what last', async () => {
    await page.getByRole('heading', { name: 'Latest changes' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Main relay' }).first().waitFor();
  });

  it('is told when the figures could not be refreshed, and keeps the last ones', async () => {
    await page.route('**/graphql', (route) => route.abort());
    await page.getByText('This could not be refreshed').waitFor(ONE_POLL);
    await figure('Accepted by servers, 24 hours 3').waitFor();
    await page.unroute('**/graphql');
    await page.getByText('This could not be refreshed').waitFor({ state: 'detached', ...ONE_POLL });
    // Requests that were kept from leaving are told in the console.
    visitor.complaints.length = 0;
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
