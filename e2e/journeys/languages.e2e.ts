import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit } from '../harness/browser.ts';
import { sendEmails, untilEmails } from '../harness/emails.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

// What the functions handed to the page find there. The DOM's own types would clash with Node's.
declare const document: { documentElement: { lang: string; dir: string; scrollWidth: number } };
declare const localStorage: { setItem(key: string, value: string): void };

let folder: TemporaryFolder;
let sink: MailSink;
let postroom: Postroom;
let browser: Browser;
let serverId: string;
let newsletterId: string;
let emailId: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  sink = await mailSink();
  postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
  const client = await signIn(postroom.url);
  serverId = await addServer(client, { name: 'Main relay', port: sink.port });
  newsletterId = await addServer(client, { name: 'Newsletter', port: 1 });
  for (const input of [{ serverId }, { serverId: newsletterId }])
    await client.execute(
      'mutation ($input: SendTestEmailInput!) { sendTestEmail(input: $input) { __typename } }',
      {
        input: { ...input, from: 'ada@example.org', to: 'grace@example.org' },
      },
    );
  [emailId = ''] = await sendEmails(client, [{ to: ['ada@example.org'], subject: 'November' }]);
  await untilEmails(client, 1, ['ACCEPTED']);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await postroom.stop();
  await sink.close();
  await folder.remove();
});

async function pageIn(stored: string | null, locale = 'en-GB') {
  const visitor = await visit(browser, `${postroom.url}/sign-in`, { locale });
  if (stored !== null) {
    await visitor.page.evaluate((language) => localStorage.setItem('postroom-language', language), stored);
  }
  await visitor.page.request.post(`${postroom.url}/graphql`, {
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: administrator },
    },
  });
  return visitor;
}

const languageOf = (page: Page) =>
  page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);

describe('the panel speaks', () => {
  it('the language of the browser, and writes dates as its region does', async () => {
    const { page, leave } = await visit(browser, `${postroom.url}/sign-in`, { locale: 'de-AT' });
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await languageOf(page)).toBe('de ltr');
    await expectAccessible(page, 'Sign-in in German');
    await leave();
  });

  it('the one that was chosen, from then on and on every page', async () => {
    const { page, leave } = await visit(browser, `${postroom.url}/sign-in`);
    await page.getByLabel('Language').selectOption({ label: 'Italiano' });
    await page.getByRole('heading', { name: 'Accedi' }).waitFor();
    expect(await page.title()).toBe('Accedi · Postroom');
    await page.reload();
    await page.getByRole('heading', { name: 'Accedi' }).waitFor();
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
    await page.getByRole('button', { name: 'Accedi' }).click();
    await page.getByText('L’indirizzo email o la password è sbagliato.').waitFor();
    await leave();
  });

  it('another one at once, from the menu of the account, without losing the page', async () => {
    const { page, leave } = await pageIn(null);
    await page.goto(`${postroom.url}/servers?search=relay`);
    await page.getByRole('button', { name: 'Account:' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Server', exact: true }).waitFor();
    expect(await languageOf(page)).toBe('de ltr');
    await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Servers' }).waitFor();
    await leave();
  });

  it('German of a failed test, with the words of the API beside it in English', async () => {
    const { page, leave } = await pageIn('de');
    await page.goto(`${postroom.url}/servers/${newsletterId}/test`);
    await page.getByText('Dort nimmt nichts Verbindungen an: Die Verbindung wurde abgelehnt.').waitFor();
    const original = page.getByText('Nothing listens at 127.0.0.1:1').first();
    expect(await original.getAttribute('lang')).toBe('en');
    await leave();
  });
});

describe.each([
  ['40 % longer', 'en-XA', 'en-XA ltr'],
  ['from right to left', 'ar-XB', 'ar-XB rtl'],
])('every screen bears texts that are %s', (_, language, shown) => {
  const screens = () => [
    '/',
    '/servers',
    '/servers/new',
    `/servers/${serverId}`,
    `/servers/${serverId}/test`,
    '/outbox?tab=all',
    `/outbox/${emailId}`,
    '/trusted-certificates',
    '/users',
    '/tokens',
    '/tokens/new',
    '/audit',
    '/account',
    '/nowhere',
  ];

  it('at 320 and at 1280 pixels', async () => {
    const { page, leave } = await pageIn(language);
    const tooWide: string[] = [];
    for (const path of screens()) {
      await page.goto(postroom.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await languageOf(page)).toBe(shown);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        if (needed > width) tooWide.push(`${path} needs ${needed} of ${width}`);
      }
    }
    expect(tooWide).toEqual([]);
    await leave();
  });
});
