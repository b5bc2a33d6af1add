import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { sendEmails, untilEmails } from '../harness/emails.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('mail is held because of a wrong password, until somebody changes it', () => {
  stepsBuildOnEachOther();

  const credentials = { username: 'postroom', password: 'the password of the mailbox' };
  let folder: TemporaryFolder;
  let sink: MailSink;
  let postroom: Postroom;
  let client: GraphqlClient;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let serverId: string;
  let emailId: string;

  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

  beforeAll(async () => {
    folder = await temporaryFolder();
    sink = await mailSink({ credentials });
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
    client = await signIn(postroom.url);
    serverId = await addServer(client, {
      name: 'Main relay',
      port: sink.port,
      startTls: 'DISABLED',
      allowInsecureAuth: true,
      username: credentials.username,
      password: 'the password of last year',
      maxConnections: 1,
    });
    browser = await openBrowser();
    visitor = await visit(browser, `${postroom.url}/sign-in?next=/outbox`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({ page } = visitor);
    await signInOnPage(page, administrator);
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await sink.close();
    await folder.remove();
  });

  it('finds an outbox in which nothing waits', async () => {
    await heading('Outbox').waitFor();
    await page.getByRole('heading', { name: 'Nothing is waiting' }).waitFor();
    await expectAccessible(page, 'Outbox: empty');
  });

  it('sees within a poll that emails are held, and why', async () => {
    const to = ['Ada <ada@example.org>', 'grace@example.org'];
    const inputs = to.map((address) => ({ to: [address], subject: `For ${address}` }));
    [emailId = ''] = await sendEmails(client, inputs);
    await page.getByRole('row', { name: /Ada ada@example\.org.*Held.*535/s }).waitFor();
    await page.getByRole('row', { name: /grace@example\.org.*Held.*535/s }).waitFor();
    // A refused password is not tried once for each email: that would lock the mailbox.
    expect(sink.signIns).toBe(1);
    await expectAccessible(page, 'Outbox: held');
  });

  it('reads on the page of an email what to do', async () => {
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
    await heading('For Ada <ada@example.org>').waitFor();
    await page.getByText('No try is used up').waitFor();
    await page.getByText('What to do:').first().waitFor();
    await page.getByRole('heading', { name: 'Failed at “Sign in”' }).waitFor();
    await expectAccessible(page, 'Email: held');
  });

  it('sees the same in the list of servers, with the number of emails', async () => {
    await page.getByRole('link', { name: 'Servers' }).click();
    const row = page.getByRole('row', { name: /Main relay/ });
    await row.getByText('Mail is held').waitFor();
    await row.getByRole('link', { name: '2 waiting' }).waitFor();
    await expectAccessible(page, 'Servers: held');
  });

  it('resumes it, which changes nothing while the password is wrong', async () => {
    await button('Resume the mail of “Main relay”').click();
    await page.getByText('The mail of “Main relay” is tried again.').first().waitFor();
    await expect.poll(() => sink.signIns).toBe(2);
    await untilEmails(client, 2, ['HELD']);
  });

  it('goes from the email to the settings, and changes the password there', async () => {
    await page.goto(`${postroom.url}/outbox/${emailId}`);
    await page.getByRole('link', { name: 'Settings of “Main relay”' }).click();
    await heading('Main relay').waitFor();
    await page.getByText('Mail is held').waitFor();
    await expectAccessible(page, 'Server: held');
    await button('Change password').click();
    await page.getByLabel('New password', { exact: true }).fill(credentials.password);
    await page.getByLabel('New password again').fill(credentials.password);
    await inDialog('Change password').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('sees the mail accepted, without any further act', async () => {
    await sink.waitForMail(2);
    expect(sink.mails.map(({ username }) => username)).toEqual([credentials.username, credentials.username]);
    await page.getByText('Mail is held').waitFor({ state: 'detached' });
    await page.goto(`${postroom.url}/outbox/${emailId}`);
    await page.getByText('“Main relay” has accepted it').waitFor();
    await page.getByRole('heading', { name: 'Taken by the server' }).waitFor();
    await expectAccessible(page, 'Email: accepted');
  });

  it('hands the email on as a command, without its content', async () => {
    await button('Copy as curl').click();
    await button('Copied').waitFor();
    const command = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(command).toContain('sendEmail');
    expect(command).toContain('ada@example.org');
    expect(command).toContain('YOUR TEXT');
    expect(command).not.toContain('Hello');
  });

  it('finds the accepted emails on their tab, worded for what is known of them', async () => {
    await page.getByRole('link', { name: 'Outbox' }).first().click();
    await page.getByRole('link', { name: 'Sent' }).click();
    await page.getByRole('row', { name: /Ada.*Accepted by server/s }).waitFor();
    expect(await page.getByText(/delivered/i).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await expectAccessible(page, 'Outbox: sent');
  });

  it('is told where an email is no more', async () => {
    await page.goto(`${postroom.url}/outbox/${serverId}`);
    await heading('This email does not exist any more').waitFor();
    await expectAccessible(page, 'Email: missing');
    await page.getByRole('link', { name: 'Go to the outbox' }).click();
    await heading('Outbox').waitFor();
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
