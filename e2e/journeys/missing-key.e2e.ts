import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit } from '../harness/browser.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('a key that stored passwords need is missing', () => {
  stepsBuildOnEachOther();

  const keys = { first: randomBytes(32).toString('base64'), other: randomBytes(32).toString('base64') };
  const viewer = { email: 'alan@example.org', password: 'a password for a viewer' };
  let folder: TemporaryFolder;
  let postroom: Postroom;
  let browser: Browser;

  const start = (SECRET_KEYS: string): Promise<Postroom> =>
    startPostroom({ dataDir: join(folder.path, 'data'), env: { ...withAdministrator, SECRET_KEYS } });

  beforeAll(async () => {
    folder = await temporaryFolder();
    postroom = await start(keys.first);
    const client = await signIn(postroom.url);
    await addServer(client, { name: 'Relay', port: 25, username: 'postroom', password: 'of the mailbox' });
    await client.execute('mutation Add($input: AddUserInput!) { addUser(input: $input) { __typename } }', {
      input: { ...viewer, name: 'Alan', role: 'VIEWER' },
    });
    await postroom.stop();
    postroom = await start(keys.other);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await folder.remove();
  });

  it('tells the administrator on every page what is wrong and what to do', async () => {
    const { page, leave } = await visit(browser, `${postroom.url}/servers`);
    await signInOnPage(page, administrator);
    const banner = page.getByRole('alert').filter({ hasText: 'A key is missing: no mail is sent' });
    await banner.getByText('1 secret waits for it').waitFor();
    await banner.getByText('Bring the key back, in SECRET_KEYS').waitFor();
    await expectAccessible(page, 'Servers: a key is missing');
    await page.goto(`${postroom.url}/users`);
    await banner.waitFor();
    await leave();
  });

  it('tells others whom to ask', async () => {
    const { page, leave } = await visit(browser, `${postroom.url}/servers`);
    await signInOnPage(page, viewer);
    await page.getByRole('alert').getByText('Tell an administrator').waitFor();
    await leave();
  });

  it('is silent again once the key is back', async () => {
    await postroom.stop();
    postroom = await start(keys.first);
    const { page, leave } = await visit(browser, `${postroom.url}/servers`);
    await signInOnPage(page, administrator);
    await page.getByRole('link', { name: 'Relay' }).waitFor();
    const asked = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('ServiceStatus'),
    );
    await page.reload();
    await asked;
    await page.getByRole('link', { name: 'Relay' }).waitFor();
    expect(await page.getByText('A key is missing').count()).toBe(0);
    await leave();
  });
});
