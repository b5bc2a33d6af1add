import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { runCurlLine } from '../harness/curl-line.ts';
import { ageProofs } from '../harness/database.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { expectFocused } from '../harness/keyboard.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('an administrator makes a token for an application, which works until it is revoked', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let dataDir: string;
  let postroom: Postroom;
  let sink: MailSink;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  /** As the dialog shows them. */
  let reading: string;
  let sending: string;

  const heading = (name: string): Locator => page.getByRole('heading', { name, level: 1 });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const dialog = (): Locator => page.getByRole('dialog');
  const line = (name: string): Promise<string> => dialog().getByRole('region', { name }).innerText();
  const token = (name: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

  beforeAll(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder.path, 'data');
    postroom = await startPostroom({ dataDir, env: withAdministrator });
    sink = await mailSink();
    const client = await signIn(postroom.url);
    const settings = { startTls: 'DISABLED', port: sink.port };
    await addServer(client, { name: 'Relay', ...settings, defaultFrom: 'postroom@example.org' });
    await addServer(client, { name: 'Secret relay', ...settings });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await sink.close();
    await folder.remove();
  });

  it('begins with none', async () => {
    visitor = await visit(browser, postroom.url);
    page = visitor.page;
    await signInOnPage(page, administrator);
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByText('No API token yet').waitFor();
    await expectAccessible(page, 'API tokens: none');
    await page.getByRole('link', { name: 'Create token' }).first().click();
    await heading('Create token').waitFor();
  });

  it('allows nothing by default, and says at each field what is missing', async () => {
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await expectAccessible(page, 'Create token');
    await page.getByRole('radio', { name: 'Chosen servers' }).check();
    await page.getByRole('radio', { name: 'Chosen senders' }).check();
    await page.getByLabel('Addresses and domains').fill('postroom@example.org\nnot an address');
    await button('Create token').click();
    await page.getByText('4 fields need your attention').waitFor();
    await page.getByText('Choose at least one server, or every one.').first().waitFor();
    await page.getByText('not: Enter an address such as crm@example.org').first().waitFor();
    await expectAccessible(page, 'Create token: with problems');
  });

  it('leaves open neither whether nor when it ends', async () => {
    const end = page.getByLabel('Ends');
    await end.selectOption('NEVER');
    await page.getByText('It works until somebody revokes it.').waitFor();
    await end.selectOption('DATE');
    await button('Create token').click();
    await page.getByText('Choose its last day.').first().waitFor();
    await end.selectOption('DAYS_30');
  });

  it('limits it to a server that is searched for, and to an address', async () => {
    await page.getByLabel('Name', { exact: true }).fill('CRM');
    await page.getByRole('checkbox', { name: 'Send emails' }).check();
    await page.getByRole('checkbox', { name: 'See servers' }).check();
    await page.getByRole('checkbox', { name: 'Relay', exact: true }).check();
    await page.getByRole('searchbox', { name: 'Search servers' }).fill('secret');
    await page.getByRole('checkbox', { name: 'Secret relay' }).waitFor();
    await expect(page.getByRole('checkbox', { name: 'Relay', exact: true }).isChecked()).resolves.toBe(true);
    await page.getByText('1 is chosen.').waitFor();
    await page.getByLabel('Addresses and domains').fill('postroom@example.org');
  });

  it('shows the token once, in a dialog that is not lost by chance', async () => {
    await button('Create token').click();
    await dialog()
      .getByText(/^postroom_[0-9A-Za-z]{49}$/)
      .waitFor();
    await expectAccessible(page, 'Create token: the token');
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await page.goBack().catch(() => null);
    await dialog().getByText('The token of CRM').waitFor();
    reading = await line('Try it');
    sending = await line('Send yourself an email with it');
    await dialog().getByRole('button', { name: 'I stored it' }).click();
    await heading('API tokens').waitFor();
    await token('CRM').getByText('postroom@example.org').waitFor();
  });

  it('works: it sees its server alone, and sends', async () => {
    expect(await runCurlLine(reading)).toMatchObject({
      status: 200,
      body: { data: { smtpServers: { nodes: [{ name: 'Relay' }] } } },
    });
    expect(await runCurlLine(sending)).toMatchObject({
      body: { data: { sendEmail: { __typename: 'Email' } } },
    });
    expect(await sink.waitForMail()).toMatchObject({ to: [administrator.email] });
  });

  it('may nothing that was not chosen', async () => {
    const emails = reading.replace(/smtpServers .*\}'/, 'emails { nodes { subject } } }"}\'');
    expect(await runCurlLine(emails)).toMatchObject({
      body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });

  it('asks for the password again before a token may change servers, and keeps what was typed', async () => {
    await ageProofs(dataDir);
    await page.getByRole('link', { name: 'Create token' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Infrastructure');
    await page.getByRole('checkbox', { name: 'Change servers' }).check();
    await button('Create token').click();
    await page.getByText('Is it still you?').waitFor();
    await button('Cancel').last().click();
    await page.getByText('Not created').waitFor();
    await expectFocused(page).toBe('Create token');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Infrastructure');
    await page.keyboard.press('Enter');
    await page.getByLabel('Your password').fill(administrator.password);
    await button('Go on').click();
    await dialog().getByText('The token of Infrastructure').waitFor();
    await page.context().grantPermissions(['clipboard-write']);
    await button('Copy token').click();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await token('Infrastructure').getByText('never', { exact: true }).waitFor();
    await expectAccessible(page, 'API tokens');
  });

  it('is revoked after it was said when it was last used, and refused from then on', async () => {
    await button('Revoke “CRM”').click();
    await dialog()
      .getByText(/It was last used now, from 127\.0\.0\.1\.|It was last used 1 min/)
      .waitFor();
    await expectAccessible(page, 'API tokens: revoke');
    await dialog().getByRole('button', { name: 'Revoke token' }).click();
    await dialog().waitFor({ state: 'detached' });
    await token('Infrastructure').waitFor();
    await token('CRM').waitFor({ state: 'detached' });
    expect(await runCurlLine(reading)).toMatchObject({
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it('leaves its traces in the audit log', async () => {
    await page.getByRole('link', { name: 'Audit log' }).click();
    const event = (text: RegExp): Locator => page.getByRole('listitem').filter({ hasText: text });
    await event(/API token created\s*CRM/).waitFor();
    await event(/API token revoked\s*CRM/).waitFor();
    await event(/API token refused/).waitFor();
    await event(/API token created\s*Infrastructure/).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/postroom_[0-9A-Za-z]{20}/);
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
