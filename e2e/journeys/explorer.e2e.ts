import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { runFirstQuery } from '../harness/graphiql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('GraphiQL with and without a session', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    folder = await temporaryFolder();
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
    browser = await openBrowser();
    visitor = await visit(browser, `${postroom.url}/graphiql`);
    page = visitor.page;
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await folder.remove();
  });

  it('asks a stranger to sign in', async () => {
    await page.getByRole('heading', { name: 'Sign in to use the API explorer' }).waitFor();
    // The browser notes the status of the page itself, and nothing else.
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('401 (Unauthorized)')]);
  });

  it('is there again after the sign-in', async () => {
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/graphiql');
    await runFirstQuery(page);
    await page.locator('.result-window').getByText('"totalCount"').waitFor();
    await visitor.leave();
  });
});
