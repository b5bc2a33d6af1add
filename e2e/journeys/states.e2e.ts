import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { hasFocus, tabTo } from '../harness/keyboard.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

// What the functions handed to the page find there. The DOM's own types would clash with Node's.
declare function getComputedStyle(element: unknown): { outlineStyle: string };
declare const document: { documentElement: { style: { fontSize: string }; scrollWidth: number } };

const longName = 'Relais'.repeat(16);

let folder: TemporaryFolder;
let postroom: Postroom;
let client: GraphqlClient;
let browser: Browser;
let visitor: Visitor;
let page: Page;
let serverId: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
  client = await signIn(postroom.url);
  serverId = await addServer(client, { name: 'Main relay', port: 2525 });
  await addServer(client, { name: longName, port: 2525 });
  for (let number = 1; number <= 30; number++)
    await addServer(client, { name: `Relay ${number}`, port: 2525 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await postroom.stop();
  await folder.remove();
});

beforeEach(async () => {
  visitor = await visit(browser, `${postroom.url}/sign-in`);
  ({ page } = visitor);
  await signInQuietly();
});

afterEach(async () => {
  await page.context().close();
});

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function signInQuietly(): Promise<void> {
  await page.request.post(`${postroom.url}/graphql`, {
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: administrator },
    },
  });
}

/** Answers one operation otherwise than the product would. */
async function answer(operation: string, act: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (operationName === operation) await act(route);
    else await route.continue();
  });
}

describe('a list of servers', () => {
  it('has its place while it is loaded', async () => {
    const gate = new EventEmitter();
    await answer('SmtpServerList', async (route) => {
      await once(gate, 'open');
      await route.continue();
    });
    await page.goto(`${postroom.url}/servers`);
    await page.getByText('Loading the servers').waitFor({ state: 'attached' });
    await expectAccessible(page, 'Servers: loading');
    gate.emit('open');
    await page.getByRole('link', { name: 'Main relay' }).waitFor();
  });

  it('says why it cannot be shown, and tries again', async () => {
    await answer('SmtpServerList', (route) =>
      route.fulfill({
        status: 503,
        json: { errors: [{ message: 'Stopping', extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
      }),
    );
    await page.goto(`${postroom.url}/servers`);
    await page.getByRole('alert').getByText('The servers could not be loaded').waitFor();
    await expectAccessible(page, 'Servers: not loaded');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Main relay' }).waitFor();
  });

  it('keeps no session alive once nobody has touched the page for a minute', async () => {
    await page.clock.install();
    const marks: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) marks.push(request.headers()['x-postroom-unattended']);
    });
    await page.goto(`${postroom.url}/servers`);
    await page.getByRole('link', { name: 'Main relay' }).waitFor();
    const later = async (milliseconds: number) => {
      await page.clock.runFor(milliseconds);
      return marks.at(-1);
    };
    expect(await later(30_000)).toBeUndefined();
    await expect.poll(() => later(30_000)).toBe('true');
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    await expect.poll(() => later(6_000)).toBeUndefined();
  });

  it('bears names as long as they may be', async () => {
    await page.goto(`${postroom.url}/servers?search=relais`);
    await page.getByRole('link', { name: longName }).waitFor();
    await expectAccessible(page, 'Servers: a long name');
    await page.getByRole('link', { name: longName }).click();
    await heading(longName).waitFor();
    await expectAccessible(page, 'Server: a long name');
    await page.getByRole('button', { name: `Actions for ${longName}` }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'Server: delete one with a long name');
  });

  it('keeps filter and page in the address, through a reload and back', async () => {
    await page.goto(`${postroom.url}/servers`);
    await page.getByText('32 servers').waitFor();
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.getByRole('link', { name: 'Previous', exact: true }).waitFor();
    const address = page.url();
    await page.reload();
    await page.getByRole('link', { name: 'Previous', exact: true }).waitFor();
    expect(page.url()).toBe(address);
    await page.getByLabel('State').selectOption('DISABLED');
    await page.getByText('No server matches.').waitFor();
    expect(new URL(page.url()).search).toBe('?state=disabled');
    await page.getByRole('link', { name: 'Show all servers' }).click();
    await page.getByText('32 servers').waitFor();
  });
});

describe('what goes wrong around the panel is said', () => {
  it('when the device is offline', async () => {
    await page.goto(`${postroom.url}/servers`);
    await heading('Servers').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('status').getByText('This device is offline').waitFor();
    await expectAccessible(page, 'Offline');
    await page.context().setOffline(false);
    await page.getByText('This device is offline').waitFor({ state: 'detached' });
  });

  it('when the service does not answer at all, until it does', async () => {
    await answer('Session', (route) => route.abort());
    await page.goto(`${postroom.url}/servers`);
    await heading('Postroom cannot be reached').waitFor();
    await expectAccessible(page, 'Unreachable');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading('Servers').waitFor();
  });

  it('when an address leads nowhere', async () => {
    await page.goto(`${postroom.url}/nowhere`);
    await heading('This page does not exist').waitFor();
    await expectAccessible(page, 'Not found');
    await page.goto(`${postroom.url}/servers/00000000-0000-7000-8000-000000000000`);
    await heading('This server does not exist any more').waitFor();
    await expectAccessible(page, 'Server: missing');
  });

  it('when the session has ended, and the draft is there afterwards', async () => {
    await page.goto(`${postroom.url}/servers/${serverId}`);
    await page.getByLabel('Host').fill('smtp.example.org');
    await page.context().clearCookies();
    // A poll may have found out already, and then nothing behind the dialog can be pressed.
    await page.locator('button[type=submit]', { hasText: 'Save' }).dispatchEvent('click');
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await expectAccessible(page, 'Session ended');
    await dialog.getByRole('textbox', { name: 'Password' }).fill(administrator.password);
    await dialog.getByRole('button', { name: 'Sign in and go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Host').inputValue()).toBe('smtp.example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changes saved.').first().waitFor();
    await expectAccessible(page, 'Saved, with the message of it');
  });

  it('before unsaved changes are left', async () => {
    await page.goto(`${postroom.url}/servers/${serverId}`);
    await page.getByRole('textbox', { name: /^Name/ }).fill('Another name');
    await page.getByRole('link', { name: 'Outbox' }).click();
    const dialog = page.getByRole('dialog', { name: 'Discard 1 change?' });
    await dialog.waitFor();
    await expectAccessible(page, 'Unsaved changes');
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('Another name');
    await page.getByRole('link', { name: 'Outbox' }).click();
    await dialog.getByRole('button', { name: 'Discard and leave' }).click();
    await heading('Outbox').waitFor();
  });

  it('at every field at once, when nothing was filled in', async () => {
    await page.goto(`${postroom.url}/servers/new`);
    await page.getByRole('button', { name: 'Add server' }).click();
    await page.getByText('3 fields need your attention').waitFor();
    const invalid = ['Name', 'Host', 'User name'].map((name) =>
      page.getByRole('textbox', { name: new RegExp(`^${name}`) }),
    );
    for (const field of invalid) expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => hasFocus(page.getByRole('textbox', { name: /^Name/ }))).toBe(true);
    await page.getByRole('button', { name: 'Fax gateway' }).click();
    await page.getByText('The host that you enter above comes after the @.').waitFor();
    await page.getByLabel('Host').fill('fax.example.org');
    await page.getByText('FAX=+4930123456@fax.example.org', { exact: true }).waitFor();
    await expectAccessible(page, 'Add server: a fax gateway');
  });

  it('at its field, when a value cannot be saved', async () => {
    await page.goto(`${postroom.url}/servers/new`);
    await page.getByRole('spinbutton', { name: /^Port/ }).fill('99999');
    await page.getByRole('textbox', { name: /^User name/ }).fill('ada');
    await page.getByRole('button', { name: 'Add server' }).click();
    await page.getByText('3 fields need your attention').waitFor();
    const name = page.getByRole('textbox', { name: /^Name/ });
    await expect.poll(() => hasFocus(name)).toBe(true);
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page, 'Add server: invalid');
  });
});

describe('a reader who needs it otherwise', () => {
  it('sees every tab of the outbox on a small screen', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`${postroom.url}/outbox`);
    const tabs = page.getByRole('navigation', { name: 'Emails by state' }).getByRole('link');
    await tabs.last().waitFor();
    const ends = await tabs.evaluateAll((links: { getBoundingClientRect(): { right: number } }[]) =>
      links.map((link) => link.getBoundingClientRect().right),
    );
    expect(ends).toHaveLength(5);
    expect(Math.max(...ends)).toBeLessThanOrEqual(320);
  });

  it('sees the steps of the set-up in one line on a small screen', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`${postroom.url}/setup/server`);
    const steps = page.getByRole('navigation', { name: 'Set-up' }).getByRole('listitem');
    await steps.last().waitFor();
    const lines = await steps.evaluateAll((items: { getBoundingClientRect(): { top: number } }[]) =>
      items.map((item) => item.getBoundingClientRect().top),
    );
    expect(lines).toHaveLength(4);
    expect(new Set(lines).size).toBe(1);
  });

  const screens = () => [
    '/',
    '/servers',
    '/servers/new',
    `/servers/${serverId}/test`,
    '/trusted-certificates',
  ];

  it('doubles the size of the text, and nothing is cut off', async () => {
    for (const path of screens()) {
      await page.goto(postroom.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      // What follows the size of its place, as a chart does, does so in a moment.
      const needed = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(needed, { message: path }).toBe(1280);
    }
  });

  it('sees focus, choice and state in the colours of the system', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${postroom.url}/servers/new`);
    const chosen = page.getByRole('radio', { name: /StartTLS required/ });
    await tabTo(page, chosen);
    // Backgrounds and shadows are gone with forced colours: what shows must be an outline or a border.
    const outline = await chosen.evaluate((element: unknown) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe('none');
    const differs = await page.evaluate(`(() => {
      const look = (element) => { const s = getComputedStyle(element); return [s.borderColor, s.borderWidth, s.outlineStyle].join(' ') + (element.querySelector('[data-state=checked] *') ? ' dot' : ''); };
      const card = (state) => document.querySelector('[role=radio][data-state=' + state + ']').closest('[data-slot=item]');
      return look(card('checked')) !== look(card('unchecked'));
    })()`);
    expect(differs).toBe(true);
  });
});
