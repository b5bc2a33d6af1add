import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { runFirstQuery } from '../harness/graphiql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { startMailProvider, type MailProvider } from '../harness/mail-provider.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('an administrator sets up Postroom in the browser and sends a test email', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let provider: MailProvider;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });

  beforeAll(async () => {
    folder = await temporaryFolder();
    provider = await startMailProvider(folder.path);
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: provider.env });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await provider.sink.close();
    await folder.remove();
  });

  it('opens with the link that the first start printed', async () => {
    expect(postroom.setUpLink).not.toBeNull();
    visitor = await visit(browser, postroom.setUpLink ?? '');
    page = visitor.page;
    await heading('Make the first administrator').waitFor();
    await expectAccessible(page, 'Set-up: administrator');
  });

  it('makes the first administrator, who is signed in at once', async () => {
    await field('Email').fill(administrator.email);
    await field('Your name').fill('Ada');
    await field('Password').fill(administrator.password);
    await button('Make the administrator').click();
    await heading('Add the first server').waitFor();
    await expectAccessible(page, 'Set-up: server');
  });

  it('adds a server, with StartTLS required as it was chosen already', async () => {
    await field('Name').fill('Provider');
    await field('Host').fill(provider.hostname);
    await field('Port').fill(String(provider.sink.port));
    await expect(page.getByRole('radio', { name: /StartTLS required/ }).isChecked()).resolves.toBe(true);
    await page.getByRole('radio', { name: 'User name and password' }).check();
    await field('User name').fill(provider.credentials.username);
    await button('Add and go on').click();
    await heading('Send a test email').waitFor();
    await expectAccessible(page, 'Set-up: test');
  });

  it('says that the password is missing before anything is sent', async () => {
    await button('Send test email').click();
    await page.getByText('Failed at “Sign in”').first().waitFor();
    expect(provider.sink.signIns).toBe(0);
    await expectAccessible(page, 'Set-up: a test that failed');
  });

  it('sets the password, typed twice', async () => {
    await page.getByRole('link', { name: 'Edit the settings' }).click();
    await heading('Provider').waitFor();
    await expectAccessible(page, 'Server');
    await button('Set password').click();
    await expectAccessible(page, 'Server: password dialog');
    await typePassword('not this', 'not that');
    await button('Set password').last().click();
    await page.getByText('The two passwords').first().waitFor();
    await typePassword(provider.credentials.password);
    await button('Set password').last().click();
    await page.getByRole('group', { name: 'Password' }).getByText(`by ${administrator.email}`).waitFor();
  });

  it('sends the test email, and the server has it', async () => {
    await button('Send test email').click();
    await field('To').fill('reader@example.org');
    await page.getByRole('dialog').getByRole('button', { name: 'Send test email' }).click();
    await page.getByText('Accepted by the server').first().waitFor();
    await expectAccessible(page, 'Server: a test that succeeded');
    const mail = await provider.sink.waitForMail();
    expect(mail).toMatchObject({ to: ['reader@example.org'], isEncrypted: true });
    expect(mail.raw.toString()).toContain('Provider');
  });

  it('shows the reason and what to do when the password is wrong', async () => {
    await page.keyboard.press('Escape');
    await button('Change password').click();
    await typePassword('a wrong password');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await dialog.getByText('Failed at “Sign in”').waitFor();
    await expectAccessible(page, 'Server: a new password that the server refused');
    await dialog.getByRole('button', { name: 'Save all the same' }).click();
    await dialog.waitFor({ state: 'detached' });
    await button('Send test email').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send test email' }).click();
    await page.getByText('Failed at “Sign in”').first().waitFor();
    await expectAccessible(page, 'Server: a test with a wrong password');

    const failure = await lastFailure('Provider');
    expect(failure.code).toBe('AUTH_REFUSED');
    await page.getByText(failure.hint).waitFor();
    expect(provider.sink.mails).toHaveLength(1);
  });

  it('lists the server with the result of its last test', async () => {
    await page.goto(`${postroom.url}/servers`);
    await page.getByRole('row', { name: /Provider.*Default.*Failed/s }).waitFor();
    await expectAccessible(page, 'Servers');
  });

  it('runs a query in GraphiQL with the same session', async () => {
    await page.goto(`${postroom.url}/graphiql`);
    await runFirstQuery(page);
    await page.locator('.result-window').getByText('"Provider"').waitFor();
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });

  async function lastFailure(name: string): Promise<{ code: string; hint: string }> {
    const client = await signIn(postroom.url);
    const { smtpServer } = await client.execute<{
      smtpServer: { lastTest: { failure: { code: string; hint: string } } };
    }>(
      'query LastFailure($name: String!) { smtpServer(ref: { name: $name }) { lastTest { failure { code hint } } } }',
      {
        name,
      },
    );
    return smtpServer.lastTest.failure;
  }

  async function typePassword(password: string, repeat = password): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('New password', { exact: true }).fill(password);
    await dialog.getByLabel('New password again', { exact: true }).fill(repeat);
  }
});
