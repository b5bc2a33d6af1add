import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { ageProofs } from '../harness/database.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { oneTimeCode } from '../harness/one-time-code.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('somebody protects the own account with a second factor', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let dataDir: string;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let secret: string;
  let recoveryCodes: string[];

  const heading = (name: string): Locator => page.getByRole('heading', { name, level: 1 });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const dialog = (): Locator => page.getByRole('dialog');
  const code = (name = 'Code'): Locator => page.getByRole('textbox', { name, exact: true });
  const signOut = async (): Promise<void> => {
    await button(`Account: admin ${administrator.email}`).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading('Sign in').waitFor();
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder.path, 'data');
    postroom = await startPostroom({ dataDir, env: withAdministrator });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await folder.remove();
  });

  it('sees where they are signed in, and ends the other places', async () => {
    await signIn(postroom.url);
    visitor = await visit(browser, `${postroom.url}/sign-in?next=/account`);
    page = visitor.page;
    await signInOnPage(page, administrator);
    await heading('Your account').waitFor();
    const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
    await expect.poll(() => sessions.count()).toBe(2);
    await sessions.filter({ hasText: /Chrom.* on Linux.*This one/s }).waitFor();
    await expectAccessible(page, 'Account');
    await button('End all others').click();
    await expect.poll(() => sessions.count()).toBe(1);
    await signIn(postroom.url);
    await page.reload();
    await expect.poll(() => sessions.count()).toBe(2);
    await button('End the session of node').click();
    await expect.poll(() => sessions.count()).toBe(1);
  });

  it('proves first that it is them, then gets the secret as a picture and as text', async () => {
    await ageProofs(dataDir);
    await button('Set up').click();
    await page.getByLabel('Your password').fill(administrator.password);
    await button('Go on').click();
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    secret = await dialog()
      .getByText(/^([A-Z2-7]{4} ?){8}$/)
      .innerText();
    await expectAccessible(page, 'Second factor: set up');
  });

  it('confirms with a code, not with a wrong one', async () => {
    await code().fill('12345');
    await button('Turn on').click();
    await page.getByText('This code is wrong').waitFor();
    await expectAccessible(page, 'Second factor: a wrong code');
    await code().fill(oneTimeCode(secret));
    await button('Turn on').click();
    await dialog().getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  });

  it('is shown the recovery codes once, and downloads them', async () => {
    recoveryCodes = await dialog().getByRole('listitem').allInnerTexts();
    expect(recoveryCodes).toHaveLength(10);
    await expectAccessible(page, 'Second factor: recovery codes');
    await page.keyboard.press('Escape');
    const downloading = page.waitForEvent('download');
    await button('Download').click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(file.trimEnd().split('\n')).toEqual(recoveryCodes);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await page.getByText('10 recovery codes are left.').waitFor();
    await expectAccessible(page, 'Account: with a second factor');
  });

  it('signs in with password and code', async () => {
    await signOut();
    await signInOnPage(page, administrator);
    await heading('Enter the code').waitFor();
    await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('code');
    await expectAccessible(page, 'Sign in: the code');
    await code().fill('000000');
    await button('Sign in').click();
    await page.getByText('This code is wrong').waitFor();
    await expectAccessible(page, 'Sign in: a wrong code');
    // The code of the set-up counts no more.
    await code().fill(oneTimeCode(secret, 1));
    await button('Sign in').click();
    await heading('Overview').waitFor();
  });

  it('signs in with a recovery code, which counts once', async () => {
    await signOut();
    await signInOnPage(page, administrator);
    await button('Use a recovery code').click();
    await expectAccessible(page, 'Sign in: a recovery code');
    await code('Recovery code').fill((recoveryCodes[0] ?? '').toLowerCase());
    await button('Sign in').click();
    await heading('Overview').waitFor();
    await signOut();
    await signInOnPage(page, administrator);
    await button('Use a recovery code').click();
    await code('Recovery code').fill(recoveryCodes[0] ?? '');
    await button('Sign in').click();
    await page.getByText('This code is wrong').waitFor();
    await code('Recovery code').fill(recoveryCodes[1] ?? '');
    await button('Sign in').click();
    await heading('Overview').waitFor();
    await page.goto(`${postroom.url}/account`);
    await page.getByText('8 recovery codes are left.').waitFor();
  });

  it('goes on with the same page when the session has ended, with a code too', async () => {
    await page.context().clearCookies();
    // The number of failed emails is asked for on every page, again and again.
    await page.getByText('Your session has ended').first().waitFor();
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(administrator.password);
    await button('Sign in and go on').click();
    await button('Use a recovery code').click();
    await code('Recovery code').fill(recoveryCodes[2] ?? '');
    await expectAccessible(page, 'Session ended: the code');
    await button('Sign in and go on').click();
    await page.getByText('Your session has ended').first().waitFor({ state: 'detached' });
    await heading('Your account').waitFor();
  });

  it('turns it off, after a code proved that it is them', async () => {
    await ageProofs(dataDir);
    await page.reload();
    await button('Turn off').click();
    await expectAccessible(page, 'Second factor: turn off');
    await dialog().getByRole('button', { name: 'Turn off' }).click();
    await button('Use a code of your second factor').click();
    await button('Use a recovery code').click();
    await code('Recovery code').fill(recoveryCodes[3] ?? '');
    await expectAccessible(page, 'Reauthentication: a recovery code');
    await button('Go on').click();
    await page.getByText('Your password is all that anybody needs to be you here.').waitFor();
    await signOut();
    await signInOnPage(page, administrator);
    await heading('Overview').waitFor();
  });

  it('finds all of it in the audit log', async () => {
    await page.goto(`${postroom.url}/audit`);
    for (const text of ['Second factor turned on', 'Second factor turned off', 'All other sessions ended'])
      await page.getByRole('listitem').filter({ hasText: text }).waitFor();
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});

describe('where everybody needs a second factor', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const heading = (name: string): Locator => page.getByRole('heading', { name, level: 1 });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    folder = await temporaryFolder();
    const env = { ...withAdministrator, SECOND_FACTOR: 'required' };
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await folder.remove();
  });

  it('somebody without one can only set one up, whichever page was asked for', async () => {
    visitor = await visit(browser, `${postroom.url}/users`);
    page = visitor.page;
    await signInOnPage(page, administrator);
    await heading('Set up a second factor').waitFor();
    await expectAccessible(page, 'Second factor: required');
    await page.goto(`${postroom.url}/users`);
    await heading('Set up a second factor').waitFor();
  });

  it('goes on to that page once it is set up and the recovery codes are stored', async () => {
    await button('Set up').click();
    const secret = await page
      .getByRole('dialog')
      .getByText(/^([A-Z2-7]{4} ?){8}$/)
      .innerText();
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(oneTimeCode(secret));
    await button('Turn on').click();
    const downloading = page.waitForEvent('download');
    await button('Download').click();
    await downloading;
    await button('Done').click();
    await heading('Users').waitFor();
    await page.getByRole('row', { name: /admin.*You.*Administrator.*On.*Active/s }).waitFor();
  });

  it('offers another device, and no way to do without', async () => {
    await page.goto(`${postroom.url}/account`);
    await button('Use another device').waitFor();
    expect(await button('Turn off').count()).toBe(0);
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
