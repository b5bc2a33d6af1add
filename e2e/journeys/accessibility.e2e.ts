import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { sendEmails, untilEmails } from '../harness/emails.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

/** Each route of the panel: the heading of its screen, and what stands for the parameters of its path. */
const routes: Record<string, { heading: string; parameters?: () => Record<string, string> }> = {
  '/': { heading: 'Overview' },
  '/servers': { heading: 'Servers' },
  '/servers/new': { heading: 'Add server' },
  '/servers/:id': { heading: 'Main relay', parameters: () => ({ ':id': serverId }) },
  '/servers/:id/test': { heading: 'Test Main relay', parameters: () => ({ ':id': serverId }) },
  '/outbox': { heading: 'Outbox' },
  '/outbox/:id': { heading: 'Order 7', parameters: () => ({ ':id': emailId }) },
  '/trusted-certificates': { heading: 'Trusted certificates' },
  '/users': { heading: 'Users' },
  '/tokens': { heading: 'API tokens' },
  '/tokens/new': { heading: 'Create token' },
  '/audit': { heading: 'Audit log' },
  '/account': { heading: 'Your account' },
  '/setup': { heading: 'Postroom is already set up' },
  '/setup/server': { heading: 'Add the first server' },
  '/setup/test/:id': { heading: 'Send a test email', parameters: () => ({ ':id': serverId }) },
  '/setup/done': { heading: 'Postroom is ready' },
  '/:path(.*)*': { heading: 'This page does not exist', parameters: () => ({ ':path(.*)*': 'nowhere' }) },
};
/** For people who have something to do first: the journeys people and second-factor look at it. */
const firstTask = '/first';
/** Not for people who are signed in. */
const signedOut = '/sign-in';

let folder: TemporaryFolder;
let sink: MailSink;
let postroom: Postroom;
let browser: Browser;
let visitor: Visitor;
let serverId: string;
let emailId: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  sink = await mailSink();
  postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
  await fill(await signIn(postroom.url));
  browser = await openBrowser();
  visitor = await visit(browser, `${postroom.url}${signedOut}`);
});

afterAll(async () => {
  await browser.close();
  await postroom.stop();
  await sink.close();
  await folder.remove();
});

describe('every route of the panel is accessible, wide and narrow, in light and in dark', () => {
  it('to somebody who signs in', async () => {
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Sign in', exact: true }).waitFor();
    await expectAccessible(page, signedOut);
    await signInOnPage(page, administrator);
    await page.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
  });

  it('and none is left out here', async () => {
    // Asked of the built panel itself, so that a new route without a row fails.
    const paths = await visitor.page.evaluate<string[]>(
      `document.querySelector('#app').__vue_app__.config.globalProperties.$router.getRoutes().map(({ path }) => path)`,
    );
    expect([...new Set(paths)].sort()).toEqual([...Object.keys(routes), signedOut, firstTask].sort());
  });

  it.each(Object.entries(routes))('%s', async (route, { heading, parameters }) => {
    const { page } = visitor;
    const path = Object.entries(parameters?.() ?? {}).reduce(
      (filled, [name, value]) => filled.replace(name, value),
      route,
    );
    await page.goto(postroom.url + path);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page, route);
  });

  it('and has nothing to complain about in the console', async () => {
    await visitor.leave();
  });
});

/** As much as each list needs to show more than that it is empty. */
async function fill(client: GraphqlClient): Promise<void> {
  serverId = await addServer(client, { name: 'Main relay', port: sink.port, attachmentAsUrlEnabled: true });
  const refusing = await addServer(client, { name: 'Nobody listens', port: 1 });
  await addServer(client, { name: 'Retired', port: 25, isEnabled: false });
  for (const id of [serverId, refusing]) {
    await client.execute(
      'mutation ($input: SendTestEmailInput!) { sendTestEmail(input: $input) { __typename } }',
      {
        input: { serverId: id, from: 'postroom@example.org', to: 'ada@example.org' },
      },
    );
  }
  await client.execute('mutation ($input: AddUserInput!) { addUser(input: $input) { __typename } }', {
    input: {
      email: 'grace@example.org',
      name: 'Grace',
      role: 'OPERATOR',
      password: 'a long enough password 2',
    },
  });
  await client.execute(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { __typename } }',
    {
      input: { name: 'Billing', scopes: ['EMAILS_SEND'] },
    },
  );
  const base64 = Buffer.from('a,b\n1,2\n').toString('base64');
  const to = ['ada@example.org'];
  const ids = await sendEmails(client, [
    { subject: 'Order 7', to, server: { id: serverId }, attachments: [{ filename: 'order.csv', base64 }] },
    { subject: 'Disk is full', to, server: { id: refusing } },
  ]);
  emailId = ids[0] ?? '';
  await untilEmails(client, 1, ['ACCEPTED']);
}
