import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { runFirstQuery } from '../harness/graphiql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('somebody who prefers the keyboard, and scripts', () => {
  stepsBuildOnEachOther();
  let folder: TemporaryFolder;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    folder = await temporaryFolder();
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
    const client = await signIn(postroom.url);
    await addServer(client, { name: 'Main relay', port: 2525 });
    await addServer(client, { name: '<b>Newsletter</b>', port: 2526 });
    browser = await openBrowser();
    visitor = await visit(browser, `${postroom.url}/sign-in?next=/servers`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({ page } = visitor);
    await signInOnPage(page, administrator);
    await heading('Servers').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await folder.remove();
  });

  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}\\*?$`) });
  const focused = () => page.locator(':focus');

  it('finds a server by its name with Ctrl K, and goes there with Enter', async () => {
    await page.keyboard.press('Control+k');
    await dialog('Search and commands').waitFor();
    await page.keyboard.type('relay');
    await page.getByRole('option', { name: 'Main relay' }).waitFor();
    await expectAccessible(page, 'Palette');
    await page.keyboard.press('Enter');
    await heading('Main relay').waitFor();
    await dialog('Search and commands').waitFor({ state: 'detached' });
  });

  it('sees a name as text, whatever is in it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('newsletter');
    await page.getByRole('option', { name: '<b>Newsletter</b>' }).waitFor();
    await close('Search and commands');
  });

  it('goes to the list with g s, to its search with /, and to a new server with n', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await heading('Servers').waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => focused().getAttribute('type')).toBe('search');
    await page.keyboard.type('n');
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('n');
    await page.getByRole('searchbox').fill('');
    await heading('Servers').focus();
    await page.keyboard.press('n');
    await heading('Add server').waitFor();
    await page.goBack();
  });

  it('opens the list of shortcuts with ?, and switches them off for good', async () => {
    await heading('Servers').waitFor();
    await page.keyboard.press('?');
    await dialog('Keyboard shortcuts').waitFor();
    await expectAccessible(page, 'Shortcuts');
    await page.getByRole('switch').click();
    await close('Keyboard shortcuts');
    await page.reload();
    await heading('Servers').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await dialog('Search and commands').waitFor();
    expect(await dialog('Keyboard shortcuts').count()).toBe(0);
    await page.keyboard.type('keyboard');
    await page.getByRole('option', { name: 'Keyboard shortcuts' }).click();
    await dialog('Keyboard shortcuts').waitFor();
    await dialog('Search and commands').waitFor({ state: 'detached' });
    await page.getByRole('switch').click();
    await close('Keyboard shortcuts');
  });

  it('copies what the panel asked as a curl command', async () => {
    await page.getByRole('button', { name: 'API calls of the panel' }).click();
    const calls = dialog('API calls of the panel');
    await calls.getByText('SmtpServerList').waitFor();
    await expectAccessible(page, 'API calls');
    const list = calls.getByRole('listitem').filter({ hasText: 'SmtpServerList' }).first();
    await list.getByRole('button', { name: 'Copy as curl' }).click();
    await calls.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await clipboard();
    expect(copied).toMatch(/^curl -s 'http:\/\/localhost:\d+\/graphql'/);
    expect(copied).toContain('query SmtpServerList');
    await close('API calls of the panel');
  });

  it('takes the adding of a server, before it is done, to the explorer and runs it there', async () => {
    await page.goto(`${postroom.url}/servers/new`);
    await field('Name').fill('From the explorer');
    await field('Host').fill('127.0.0.1');
    await field('User name').fill('ada');
    await field('Password').fill('hunter2');
    await page.getByRole('button', { name: 'The same as an API call' }).click();
    await page.getByRole('menuitem', { name: 'Copy as GraphQL' }).waitFor();
    await expectAccessible(page, 'Menu of an act');
    const opening = page.context().waitForEvent('page');
    await page.getByRole('menuitem', { name: 'Open in the explorer' }).click();
    const explorer = await opening;
    await runFirstQuery(explorer, 'mutation AddSmtpServer');
    await explorer.locator('.result-window').getByText('"SmtpServer"').waitFor();
    expect(explorer.url()).toBe(`${postroom.url}/graphiql/`);
    expect(await explorer.locator('.graphiql-container').innerText()).not.toContain('hunter2');
    await explorer.close();
    const { smtpServer } = await (
      await signIn(postroom.url)
    ).execute<{ smtpServer: { hasPassword: boolean } }>(
      '{ smtpServer(ref: {name: "From the explorer"}) { hasPassword } }',
    );
    expect(smtpServer.hasPassword).toBe(true);
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });

  /** No shortcut works beneath a dialog, not even beneath one that is on its way out. */
  async function close(name: string): Promise<void> {
    await page.keyboard.press('Escape');
    await dialog(name).waitFor({ state: 'detached' });
  }

  function clipboard(): Promise<string> {
    return page.evaluate('navigator.clipboard.readText()');
  }
});
