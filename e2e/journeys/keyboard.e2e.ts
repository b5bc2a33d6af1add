import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { hasFocus, tabTo } from '../harness/keyboard.ts';
import { startMailProvider, type MailProvider } from '../harness/mail-provider.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('somebody without a mouse sets up Postroom, and mends a server with its test', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let provider: MailProvider;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const heading = (name: string) => page.getByRole('heading', { name, level: 1, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}\\*?$`) });

  beforeAll(async () => {
    folder = await temporaryFolder();
    provider = await startMailProvider(folder.path);
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: provider.env });
    browser = await openBrowser();
    visitor = await visit(browser, postroom.setUpLink ?? '');
    ({ page } = visitor);
    await heading('Make the first administrator').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await provider.sink.close();
    await folder.remove();
  });

  async function type(target: Locator, text: string): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.type(text);
  }

  async function press(target: Locator): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  }

  it('makes the first administrator, and hears of the next step', async () => {
    await type(field('Email'), administrator.email);
    await type(field('Your name'), 'Ada');
    await type(field('Password'), administrator.password);
    await press(button('Make the administrator'));
    await heading('Add the first server').waitFor();
    await expect.poll(() => hasFocus(heading('Add the first server'))).toBe(true);
  });

  it('fills in a server, with an encryption that does not fit its port', async () => {
    await type(field('Name'), 'Main relay');
    await type(field('Host'), provider.hostname);
    await type(page.getByRole('spinbutton', { name: /^Port/ }), '');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String(provider.sink.port));
    await tabTo(page, page.getByRole('radio', { name: /StartTLS required/ }));
    // As long as a finger rests on a key.
    await page.keyboard.press('ArrowUp', { delay: 80 });
    await expect.poll(() => page.getByRole('radio', { name: /SMTPS/ }).isChecked()).toBe(true);
    expect(await page.getByRole('spinbutton', { name: /^Port/ }).inputValue()).toBe(
      String(provider.sink.port),
    );
    await type(field('User name'), provider.credentials.username);
    await type(field('Password'), provider.credentials.password);
    await type(field('Password again'), provider.credentials.password);
  });

  it('tests it before it is saved, and takes the change that is offered', async () => {
    await press(button('Test without saving'));
    const dialog = page.getByRole('dialog', { name: 'Test without saving' });
    await dialog.waitFor();
    await expect.poll(() => dialog.locator(':focus').count()).toBe(1);
    await press(dialog.getByRole('button', { name: 'Send test email', exact: true }));
    await dialog.getByText(/^Failed at/).waitFor();
    await press(dialog.getByRole('button', { name: 'Switch and test again' }));
    await dialog.getByText('Accepted by the server').first().waitFor();
    expect(await provider.sink.waitForMail()).toMatchObject({ isEncrypted: true });
  });

  it('comes back to the button that opened the test, and saves', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(button('Test without saving'))).toBe(true);
    await press(button('Add and go on'));
    await heading('Send a test email').waitFor();
    await press(button('Send test email'));
    await page.getByText('Accepted by the server').first().waitFor();
    await press(page.getByRole('link', { name: 'Go on', exact: true }));
    await heading('Postroom is ready').waitFor();
  });

  it('skips the navigation, and is never without a focus that shows', async () => {
    await press(page.getByRole('link', { name: 'Go to the servers' }));
    await heading('Servers').waitFor();
    await page.reload();
    await heading('Servers').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(page.getByRole('main'))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Add server' }))).toBe(true);
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
