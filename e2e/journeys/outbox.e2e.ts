import { join } from 'node:path';
import {
  greet,
  hangUp,
  mailSink,
  on,
  scriptedSmtpServer,
  type MailSink,
  type ScriptedSmtpServer,
} from '@postroom/testing';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { sendEmails, untilEmails } from '../harness/emails.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { expectFocused } from '../harness/keyboard.ts';
import { addServer } from '../harness/mail-servers.ts';
import { hidePage, showPage } from '../harness/page-visibility.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

const isOutbox = (request: { postData(): string | null }) =>
  request.postData()?.includes('query Outbox(') === true;

describe('somebody looks after the outbox of a busy day', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let sink: MailSink;
  /** Takes an email and hangs up instead of saying so; takes the next one as it should. */
  let moody: ScriptedSmtpServer;
  let postroom: Postroom;
  let client: GraphqlClient;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const dialogGone = () => page.getByRole('dialog').waitFor({ state: 'detached' });
  const row = (name: string | RegExp) => page.getByRole('row', { name });
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Emails by state' }).getByRole('link', { name });
  const answered = () => page.waitForResponse((response) => isOutbox(response.request()));

  beforeAll(async () => {
    folder = await temporaryFolder();
    sink = await mailSink();
    sink.isRefusing = true;
    moody = await scriptedSmtpServer([[greet('220 hi'), on('.'), hangUp()], [greet('220 hi')]]);
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
    client = await signIn(postroom.url);
    await addServer(client, { name: 'Main relay', port: sink.port });
    await addServer(client, { name: 'Moody', port: moody.port });
    const recipients = [...Array(200).keys()].map((number) => `reader${String(number)}@example.org`);
    await sendEmails(
      client,
      recipients.map((to) => ({ to: [to], subject: 'Newsletter' })),
    );
    await sendEmails(client, [{ to: ['ada@example.org'], subject: 'Order 7', server: { name: 'Moody' } }]);
    await untilEmails(client, 200, ['FAILED']);
    await untilEmails(client, 1, ['UNCERTAIN']);
    browser = await openBrowser();
    visitor = await visit(browser, `${postroom.url}/sign-in?next=/outbox`);
    ({ page } = visitor);
    await signInOnPage(page, administrator);
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await sink.close();
    await moody.close();
    await folder.remove();
  });

  it('sees on every page how many emails failed, and on their tab why', async () => {
    await page.getByRole('link', { name: 'Outbox 201 failed' }).waitFor();
    await tab('Failed').click();
    await page.getByText('201 emails', { exact: true }).waitFor();
    await row(/reader199@example\.org.*Failed.*550/s).waitFor();
    await expectAccessible(page, 'Outbox: failed');
  });

  it('chooses all that match, and is told what will happen before it does', async () => {
    await page.getByRole('checkbox', { name: 'Choose all on this page' }).click();
    await page.getByText('25 chosen').waitFor();
    await expectAccessible(page, 'Outbox: a page chosen');
    await button('Choose all 201 that match').click();
    await page.getByText('All 201 that match are chosen').waitFor();
    await button('Retry').click();
    await dialog('Retry 200 emails?').waitFor();
    await page.getByText('They are spread over about 10 sec').waitFor();
    await page.getByText('Also the one whose outcome is unknown').waitFor();
    await expectAccessible(page, 'Outbox: retry all that match');
  });

  it('retries 200 failed emails at once, follows it, leaves and comes back', async () => {
    sink.isRefusing = false;
    await page.getByRole('dialog').getByRole('button', { name: 'Retry 200 emails' }).click();
    await dialogGone();
    const progress = page.getByRole('region', { name: '200 emails are tried again' });
    await progress.getByRole('progressbar').waitFor();
    await expectAccessible(page, 'Outbox: retrying');
    await page.getByRole('link', { name: 'Servers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Servers' }).waitFor();
    await page
      .getByRole('link', { name: /^Outbox/ })
      .first()
      .click();
    await page.getByRole('region', { name: '200 emails were retried' }).waitFor({ timeout: 50_000 });
    await page.getByText('None of them has failed again.').waitFor();
    await untilEmails(client, 200, ['ACCEPTED']);
    expect(new Set(sink.mails.flatMap(({ to }) => to)).size).toBe(200);
    expect(sink.mails).toHaveLength(200);
    await expectAccessible(page, 'Outbox: retried');
    await button('Close').click();
  });

  it('left the one alone whose outcome is unknown, and retries it as a deliberate act', async () => {
    await tab('Failed').click();
    await page.getByText('1 email', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'ada@example.org' }).click();
    await page.getByText('It may have arrived, or not.').waitFor();
    await expectAccessible(page, 'Email: outcome unknown');
    await button('Retry anyway…').click();
    await dialog('Send it once more?').waitFor();
    await expectAccessible(page, 'Email: retry anyway');
    await button('Retry, even if it arrives twice').click();
    await page.getByText('“Moody” has accepted it').waitFor();
    await page.getByText('it may have arrived twice').waitFor();
    expect(moody.messages).toHaveLength(2);
  });

  it('cancels an email that is scheduled, on its page', async () => {
    const sendAt = new Date(Date.now() + 86_400_000).toISOString();
    const later = ['one', 'two', 'three'].map((name) => ({
      to: [`${name}@example.org`],
      subject: 'Later',
      sendAt,
    }));
    await sendEmails(client, later);
    await page.getByRole('link', { name: 'Outbox' }).first().click();
    await tab('Waiting').click();
    await row(/one@example\.org.*Scheduled/s).waitFor();
    await page.getByRole('link', { name: 'one@example.org' }).click();
    await button('Cancel…').click();
    await dialog('Cancel this email?').waitFor();
    await expectAccessible(page, 'Email: cancel');
    await button('Cancel email').click();
    await page.getByText('Somebody stopped it before it was sent.').waitFor();
    await expectAccessible(page, 'Email: cancelled');
  });

  it('comes back to the list with its filter, and finds it under the same address later', async () => {
    await page.getByRole('link', { name: 'Outbox' }).first().click();
    await button('More filters').click();
    await page.getByLabel('Recipient (whole address)').fill('two@example.org');
    await page.getByText('1 email', { exact: true }).waitFor();
    await expectAccessible(page, 'Outbox: filters');
    await page.reload();
    await page.getByText('1 email', { exact: true }).waitFor();
    expect(await page.getByLabel('Recipient (whole address)').inputValue()).toBe('two@example.org');
    await page.getByRole('link', { name: 'two@example.org' }).click();
    await page.getByRole('heading', { level: 1, name: 'Later' }).waitFor();
    await page.getByRole('link', { name: 'Outbox' }).nth(1).click();
    await page.getByText('1 email', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Clear filters' }).first().click();
    await page.getByText('2 emails', { exact: true }).waitFor();
  });

  it('keeps what is chosen, and the focus, while the list is brought up to date', async () => {
    const chosen = page.getByRole('checkbox', { name: /two@example\.org/ });
    await chosen.click();
    await page.getByRole('link', { name: 'three@example.org' }).focus();
    await answered();
    await sendEmails(client, [
      { to: ['four@example.org'], sendAt: new Date(Date.now() + 86_400_000).toISOString() },
    ]);
    await row(/four@example\.org/).waitFor();
    expect(await chosen.isChecked()).toBe(true);
    await expectFocused(page).toBe('three@example.org');
    await button('Choose nothing').click();
  });

  it('asks no more while nobody can see the page', async () => {
    await hidePage(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (isOutbox(request)) asked.push(request.url());
    });
    // The clock of the page alone, by a quarter of an hour.
    await page.clock.install();
    await page.clock.runFor(900_000);
    expect(asked).toEqual([]);
    await showPage(page);
    await expect.poll(() => asked.length).toBe(1);
    await page.reload();
  });

  it('is told when the list could not be refreshed, and keeps what was shown', async () => {
    await row(/four@example\.org/).waitFor();
    const unavailable = (route: Route) =>
      isOutbox(route.request())
        ? route.fulfill({
            json: { errors: [{ message: 'no', extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
          })
        : route.fallback();
    await page.route('**/graphql', unavailable);
    await page.getByText('The list could not be refreshed.').waitFor();
    expect(await row(/four@example\.org/).count()).toBe(1);
    await tab('Sent').click();
    await page.getByText('The emails could not be loaded').waitFor();
    await expectAccessible(page, 'Outbox: not loaded');
    await page.unroute('**/graphql', unavailable);
    await button('Try again').click();
    await page.getByText('201 emails', { exact: true }).waitFor();
  });

  it('is told in numbers why a server cannot be deleted, and the ways out', async () => {
    const id = await addServer(client, { name: 'Old relay', port: sink.port });
    const sendAt = new Date(Date.now() + 86_400_000).toISOString();
    await sendEmails(client, [{ to: ['five@example.org'], subject: 'Later', sendAt, server: { id } }]);
    await page.goto(`${postroom.url}/servers`);
    await button('Actions for Old relay').click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await button('Delete server').click();
    await page.getByText('1 email still waits for it.').waitFor();
    await expectAccessible(page, 'Server: delete with waiting mail');
    await page.getByRole('link', { name: 'Retry them over another server…' }).click();
    await dialog('Retry 1 email over another server?').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Moody/ })
      .click();
    await expectAccessible(page, 'Outbox: retry over another server');
    await button('Retry 1 email there').click();
    await page.getByRole('region', { name: '1 email moved to “Moody”' }).waitFor();
    await page.getByRole('link', { name: 'Servers' }).click();
    await button('Actions for Old relay').click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await button('Delete server').click();
    await row(/Old relay/).waitFor({ state: 'detached' });
  });

  it('cancels what still waits, all at once', async () => {
    await page.getByRole('link', { name: 'Outbox' }).first().click();
    await page.getByText('4 emails', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Choose all on this page' }).click();
    await button('Cancel emails').click();
    await dialog('Cancel 4 emails?').waitFor();
    await expectAccessible(page, 'Outbox: cancel emails');
    await button('Cancel 4 emails').click();
    await page.getByRole('region', { name: '4 emails were cancelled' }).waitFor();
    await page.getByRole('heading', { name: 'Nothing is waiting' }).waitFor();
    await tab('Cancelled').click();
    await page.getByText('5 emails', { exact: true }).waitFor();
  });

  it('takes the link to a file back', async () => {
    const id = await addServer(client, { name: 'Links', port: sink.port, attachmentAsUrlEnabled: true });
    const base64 = Buffer.from('a,b').toString('base64');
    const attachments = [{ filename: 'Übersicht €.csv', contentType: 'text/csv', base64 }];
    const [emailId = ''] = await sendEmails(client, [
      { to: ['ada@example.org'], subject: 'Figures', server: { id }, attachments },
    ]);
    await page.goto(`${postroom.url}/outbox/${emailId}`);
    await page.getByText('Never fetched').waitFor();
    await button('Revoke the link to Übersicht €.csv').click();
    await dialog('Revoke the link to “Übersicht €.csv”?').waitFor();
    await expectAccessible(page, 'Email: revoke a link');
    await button('Revoke link').click();
    await page.getByText('Link revoked').waitFor();
    await expectAccessible(page, 'Email: with a file');
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
