import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { ageProofs } from '../harness/database.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { expectFocused } from '../harness/keyboard.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('an administrator lets people in, changes what they may do, and takes it away', () => {
  stepsBuildOnEachOther();

  const operator = { name: 'Grace', email: 'grace@example.org', password: '' };
  const viewer = { name: 'Alan', email: 'alan@example.org', password: 'a password for a viewer' };
  let folder: TemporaryFolder;
  let dataDir: string;
  let postroom: Postroom;
  let browser: Browser;
  let boss: Visitor;
  let page: Page;
  let graces: Visitor;
  let alans: Visitor;

  const heading = (name: string, on = page): Locator => on.getByRole('heading', { name, level: 1 });
  const button = (name: string, on = page): Locator => on.getByRole('button', { name, exact: true });
  const dialog = (on = page): Locator => on.getByRole('dialog');
  const inDialog = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
  const row = (name: RegExp): Locator => page.getByRole('row', { name });
  /** What the file has in it that a link downloads. */
  const saved = async (name: string): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    return readFile(await (await downloading).path(), 'utf8');
  };
  const choose = async (person: string, act: string): Promise<void> => {
    await button(`Acts on ${person}`).click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
    await dialog().waitFor();
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder.path, 'data');
    postroom = await startPostroom({ dataDir, env: withAdministrator });
    const client = await signIn(postroom.url);
    await addServer(client, { name: 'Relay', port: 2525, startTls: 'DISABLED' });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await folder.remove();
  });

  it('finds nobody but themselves in the list', async () => {
    boss = await visit(browser, `${postroom.url}/servers`);
    page = boss.page;
    await signInOnPage(page, administrator);
    await page.getByRole('link', { name: 'Users' }).click();
    await row(/admin.*You.*Administrator.*Active.*now/s).waitFor();
    await expectAccessible(page, 'Users');
  });

  it('is told beside each field what is wrong with a new user', async () => {
    await button('Add user').click();
    await expectAccessible(page, 'Add user');
    await inDialog('Add user').click();
    await page.getByText('3 fields need your attention').waitFor();
    await expectAccessible(page, 'Add user: with problems');
    await page.getByLabel('Email', { exact: true }).fill(operator.email);
    await page.getByLabel('Name', { exact: true }).fill(operator.name);
    await page.getByLabel('First password').fill('elevenchars');
    await inDialog('Add user').click();
    await dialog().getByText('Use at least 12 characters').waitFor();
    await page.getByLabel('First password').fill('passwordpassword');
    await inDialog('Add user').click();
    await dialog().getByText('known from leaks').waitFor();
  });

  it('adds an operator with a password that was made up, and gets what to hand over', async () => {
    await button('Make one up').click();
    await page.getByRole('radio', { name: 'Operator' }).check();
    await inDialog('Add user').click();
    await dialog().getByText('Grace can sign in now').waitFor();
    await expectFocused(page).toBe('Grace can sign in now');
    operator.password = await dialog()
      .getByText(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
      .innerText();
    await expectAccessible(page, 'Add user: what to hand over');
    await inDialog('Done').click();
    await row(
      /Grace.*grace@example.org.*Operator.*Has not chosen a password yet.*First password valid until.*never/s,
    ).waitFor();
    await expectAccessible(page, 'Users: with somebody who has a first password');
    await expectFocused(page).toBe('Add user');
  });

  it('cannot add the same address twice', async () => {
    await button('Add user').click();
    await page.getByLabel('Email', { exact: true }).fill('GRACE@example.org');
    await page.getByLabel('Name', { exact: true }).fill('Another');
    await page.getByLabel('First password').fill(viewer.password);
    await inDialog('Add user').click();
    await dialog().getByText('signs in with this address already').waitFor();
  });

  it('adds a viewer', async () => {
    await page.getByLabel('Email', { exact: true }).fill(viewer.email);
    await page.getByLabel('Name', { exact: true }).fill(viewer.name);
    await page.getByRole('checkbox', { name: 'Has to choose another password' }).uncheck();
    await inDialog('Add user').click();
    await inDialog('Done').click();
    await row(/Alan.*Viewer.*Active/s).waitFor();
  });

  it('must prove again who they are before somebody becomes an administrator, and loses nothing typed', async () => {
    await ageProofs(dataDir);
    await button('Add user').click();
    await page.getByLabel('Email', { exact: true }).fill('mary@example.org');
    await page.getByLabel('Name', { exact: true }).fill('Mary');
    await page.getByLabel('First password').fill('a password for an administrator');
    await page.getByRole('radio', { name: 'Administrator' }).check();
    await inDialog('Add user').click();
    await page.getByText('Is it still you?').waitFor();
    await expectAccessible(page, 'Reauthentication');
    await page.getByLabel('Your password').fill('not the password');
    await button('Go on').click();
    await page.getByText('This is not your password.').waitFor();
    await expectAccessible(page, 'Reauthentication: refused');
    await page.keyboard.press('Escape');
    await dialog().getByText('Not added').waitFor();
    await expectFocused(page).toBe('Add user');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mary');

    await page.keyboard.press('Enter');
    await page.getByLabel('Your password').fill(administrator.password);
    await page.keyboard.press('Enter');
    await dialog().getByText('Mary can sign in now').waitFor();
    await inDialog('Done').click();
  });

  it('cannot take the last administrator away, and is told so beside the act', async () => {
    await choose('Mary', 'Disable');
    await expectAccessible(page, 'Users: disable');
    await inDialog('Disable').click();
    await row(/Mary.*Disabled/s).waitFor();

    await choose('admin', 'Edit name and role');
    await expectAccessible(page, 'Users: edit');
    await page.getByRole('radio', { name: 'Viewer' }).check();
    await inDialog('Save').click();
    await dialog().getByText('This is the last administrator who can sign in').waitFor();
    await expectAccessible(page, 'Users: the last administrator');
    await inDialog('Cancel').click();

    await choose('admin', 'Disable');
    await dialog().getByText('This is your own account').waitFor();
    await inDialog('Disable').click();
    await dialog().getByText('This is the last administrator who can sign in').waitFor();
    await inDialog('Cancel').click();
    await row(/admin.*You.*Administrator.*Active/s).waitFor();
  });

  it('operator: signs in with what was handed over, and can only choose another password', async () => {
    graces = await visit(browser, `${postroom.url}/servers`);
    const graces1 = graces.page;
    await signInOnPage(graces1, operator);
    await heading('Choose your own password', graces1).waitFor();
    await expectAccessible(graces1, 'First password');
    await graces1.goto(`${postroom.url}/outbox`);
    await heading('Choose your own password', graces1).waitFor();
    await graces1.getByLabel('Password that you were given').fill(operator.password);
    await graces1.getByLabel('Your own password').fill(operator.password);
    await button('Save and go on', graces1).click();
    await graces1.getByText('Choose another password than the present one').waitFor();
    await expectAccessible(graces1, 'First password: kept');
    operator.password = 'a password of her own';
    await graces1.getByLabel('Your own password').fill(operator.password);
    await button('Save and go on', graces1).click();
    await heading('Outbox', graces1).waitFor();
    await graces1.goto(`${postroom.url}/servers`);
    await heading('Servers', graces1).waitFor();
    await page.reload();
    await row(/Grace.*Operator.*Active/s).waitFor();
  });

  it('viewer: signs in with what was handed over', async () => {
    alans = await visit(browser, `${postroom.url}/servers`);
    await signInOnPage(alans.page, viewer);
    await alans.page.getByRole('link', { name: 'Relay' }).click();
    await heading('Relay', alans.page).waitFor();
    expect(await button('Send test email', alans.page).count()).toBe(0);
  });

  it('everybody: changes the own password, and is told what is wrong with one', async () => {
    const own = alans.page;
    await own.getByRole('button', { name: 'Account:' }).click();
    await own.getByRole('menuitem', { name: 'Your account' }).click();
    await heading('Your account', own).waitFor();
    await own.getByLabel('Current password').fill('not this one');
    await own.getByLabel('New password').fill('a fresh password');
    await button('Change password', own).click();
    await own.getByText('This is not your current password.').waitFor();
    await expectAccessible(own, 'Account: a wrong password');
    await own.getByLabel('Current password').fill(viewer.password);
    await own.getByLabel('New password').fill('alan@example.org');
    await button('Change password', own).click();
    await own.getByText('made of your name or address').waitFor();
    await own.getByLabel('New password').fill('a fresh password');
    await button('Change password', own).click();
    await own.getByText('Your password is changed.').first().waitFor();
    viewer.password = 'a fresh password';
  });

  it('administrator: sets a new password for somebody, whose session ends and goes on with it', async () => {
    await choose('Grace', 'Set a new password');
    await expectAccessible(page, 'Users: a new password');
    await button('Make one up').click();
    await inDialog('Set password').click();
    await dialog().getByText('The new password counts now').waitFor();
    operator.password = await dialog()
      .getByText(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
      .innerText();
    await inDialog('Done').click();

    // The list asks again by itself, and is told that it may not any more.
    await graces.page.getByText('Your session has ended').first().waitFor();
    await graces.page.getByRole('textbox', { name: 'Password' }).fill(operator.password);
    await button('Sign in and go on', graces.page).click();
    await heading('Choose your own password', graces.page).waitFor();
    await graces.page.getByLabel('Password that you were given').fill(operator.password);
    await graces.page.getByLabel('Your own password').fill('another one of her own');
    await button('Save and go on', graces.page).click();
    await graces.page.getByRole('link', { name: 'Relay' }).waitFor();
  });

  it('administrator: makes an operator of the viewer, who may do more at once', async () => {
    await choose('Alan', 'Edit name and role');
    await page.getByRole('radio', { name: 'Operator' }).check();
    await inDialog('Save').click();
    await row(/Alan.*Operator/s).waitFor();
    await alans.page.goto(`${postroom.url}/servers`);
    await alans.page.getByRole('link', { name: 'Relay' }).click();
    await button('Send test email', alans.page).waitFor();
  });

  it('administrator: disables the viewer, who is out and stays out', async () => {
    await choose('Alan', 'Disable');
    await inDialog('Disable').click();
    await row(/Alan.*Disabled/s).waitFor();
    await alans.page.goto(`${postroom.url}/servers`);
    await heading('Sign in', alans.page).waitFor();
    await signInOnPage(alans.page, viewer);
    await alans.page.getByText('Could not sign in').waitFor();
  });

  it('finds all of it in the audit log, field by field', async () => {
    await page.goto(`${postroom.url}/audit`);
    const event = (text: string | RegExp): Locator => page.getByRole('listitem').filter({ hasText: text });
    await event(/User changed\s*alan@example.org/)
      .filter({ hasText: /isDisabled.*false.*true/s })
      .waitFor();
    await event(/User changed\s*alan@example.org/)
      .filter({ hasText: /role.*VIEWER.*OPERATOR/s })
      .waitFor();
    await event(/User changed\s*grace@example.org/)
      .filter({ hasText: /password.*changed/s })
      .waitFor();
    await event('Proof of who it is refused').waitFor();
    await event('Proved again who it is').waitFor();
    await event('Sign-in refused').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(operator.password);
    await expectAccessible(page, 'Audit log');
  });

  it('filters the log by who and what, in the address', async () => {
    await page.getByRole('combobox', { name: 'What was done' }).selectOption('user.');
    await expect.poll(() => page.url()).toContain('action=user.');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Sign-in refused' })
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'On what' }).fill('mary');
    await expect.poll(() => page.url()).toContain('subject=mary');
    await page.getByRole('listitem').filter({ hasText: 'alan@' }).first().waitFor({ state: 'detached' });
    await page.reload();
    await page
      .getByRole('listitem')
      .filter({ hasText: /User added\s*mary@example.org/ })
      .waitFor();
    await expectAccessible(page, 'Audit log: filtered');
    const csv = await saved('Export what the filter shows as CSV');
    expect(csv).toContain('user.added,mary@example.org,role,,ADMIN');
    expect(csv).not.toContain('alan@example.org');
    const lines = (await saved('Export what the filter shows as JSON lines')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { action: 'user.updated', subject: 'mary@example.org' },
      { action: 'user.added', subject: 'mary@example.org' },
    ]);
    await page.getByRole('searchbox', { name: 'On what' }).fill('nobody of this name');
    await page.getByText('Nothing of this kind').waitFor();
    await expectAccessible(page, 'Audit log: nothing found');
  });

  it('saw no error in the console and no request to another host', async () => {
    await boss.leave();
    await graces.leave();
    await alans.leave();
  });
});
