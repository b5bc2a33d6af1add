import { join } from 'node:path';
import { createAuthority, mailSink, SinkSecurity, type MailSink } from '@postroom/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { ageProofs } from '../harness/database.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { expectFocused } from '../harness/keyboard.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('whoever weakens a server or trusts a certificate proves again who they are', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let dataDir: string;
  let postroom: Postroom;
  let sink: MailSink;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const heading = (name: string): Locator => page.getByRole('heading', { name, level: 1 });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const asked = (): Locator => page.getByRole('dialog', { name: 'Is it still you?' });
  const prove = async (): Promise<void> => {
    await page.getByLabel('Your password').fill(administrator.password);
    await button('Go on').click();
    await asked().waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder.path, 'data');
    postroom = await startPostroom({ dataDir, env: withAdministrator });
    const authority = await createAuthority('Authority of the data centre');
    sink = await mailSink({ security: SinkSecurity.SMTPS, identity: await authority.issue() });
    const client = await signIn(postroom.url);
    const settings = { port: sink.port, protocol: 'SMTPS', timeoutSeconds: 5 };
    await addServer(client, { name: 'Relay', ...settings });
    browser = await openBrowser();
    visitor = await visit(browser, `${postroom.url}/servers`);
    page = visitor.page;
    await signInOnPage(page, administrator);
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await sink.close();
    await folder.remove();
  });

  it('saves weaker encryption only then, and keeps the draft meanwhile', async () => {
    await page.getByRole('link', { name: 'Relay' }).click();
    await heading('Relay').waitFor();
    await ageProofs(dataDir);
    await page.getByRole('radio', { name: 'Not encrypted' }).check();
    await page.getByLabel('Name', { exact: true }).fill('Weaker relay');
    await button('Save').click();
    await asked().waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Not saved').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Weaker relay');
    await expectFocused(page).toBe('Save');
    await button('Save').click();
    await prove();
    await heading('Weaker relay').waitFor();
  });

  it('is not asked again for ten minutes', async () => {
    await page.getByRole('radio', { name: 'User name and password' }).check();
    await page.getByLabel('User name', { exact: true }).fill('postroom');
    await page.getByLabel('Send the password over connections that are not secure').check();
    await button('Save').click();
    await page.getByText('Changes saved.').first().waitFor();
    expect(await asked().count()).toBe(0);
  });

  it('adds a server without encryption only then', async () => {
    await ageProofs(dataDir);
    await page.goto(`${postroom.url}/servers/new`);
    await page.getByLabel('Name', { exact: true }).fill('In clear');
    await page.getByLabel('Host', { exact: true }).fill('smtp.example.org');
    await page.getByRole('radio', { name: 'User name and password' }).check();
    await page.getByLabel('User name', { exact: true }).fill('postroom');
    await page.getByLabel('Send the password over connections that are not secure').check();
    await button('Add server').click();
    await prove();
    await heading('In clear').waitFor();
  });

  it('trusts the certificate of a failed test only then', async () => {
    const client = await signIn(postroom.url);
    const settings = { port: sink.port, protocol: 'SMTPS', timeoutSeconds: 5 };
    const id = await addServer(client, { name: 'Unknown', ...settings });
    await ageProofs(dataDir);
    await page.goto(`${postroom.url}/servers/${id}/test`);
    await button('Send test email').click();
    await button('Show certificate').click();
    await button('Trust this certificate').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trust this certificate' }).click();
    await prove();
    await page.getByText('Accepted by the server').first().waitFor();
  });

  it('adds an authority only then', async () => {
    await ageProofs(dataDir);
    await page.goto(`${postroom.url}/trusted-certificates`);
    await button('Add certificate').click();
    await page.getByLabel('Name').fill('Another authority');
    await page.getByLabel('Certificates (PEM)').fill((await createAuthority('Another')).pem);
    await button('Trust these certificates').click();
    await prove();
    await page.getByRole('row', { name: /Another authority/ }).waitFor();
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
