import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, signInOnPage, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

const password = 'quiet mountains at dawn';
const people = {
  OPERATOR: { email: 'operator@example.org', password },
  VIEWER: { email: 'viewer@example.org', password },
};

let folder: TemporaryFolder;
let sink: MailSink;
let postroom: Postroom;
let browser: Browser;
let client: GraphqlClient;
let serverId: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  sink = await mailSink();
  postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
  client = await signIn(postroom.url);
  await client.execute(
    'mutation ($password: String!) { reauthenticate(input: { password: $password }) { __typename } }',
    {
      password: administrator.password,
    },
  );
  for (const [role, { email }] of Object.entries(people)) {
    const { addUser } = await client.execute<{ addUser: { __typename: string } }>(
      'mutation ($input: AddUserInput!) { addUser(input: $input) { __typename ... on Refusal { message } } }',
      { input: { role, email, password, name: role } },
    );
    expect(addUser).toEqual({ __typename: 'User' });
  }
  serverId = await addServer(client, { name: 'Main relay', port: sink.port });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await postroom.stop();
  await sink.close();
  await folder.remove();
});

async function asOne(role: keyof typeof people): Promise<Visitor> {
  const visitor = await visit(browser, `${postroom.url}/sign-in?next=/servers`);
  await signInOnPage(visitor.page, people[role]);
  await visitor.page.getByRole('heading', { level: 1, name: 'Servers' }).waitFor();
  return visitor;
}

const placesOf = (page: Page) =>
  page.getByRole('navigation', { name: 'Main navigation' }).first().getByRole('link').allInnerTexts();

/** What a page offers to do, in words. */
async function actsOn(page: Page, path: string, heading: string): Promise<string[]> {
  await page.goto(postroom.url + path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  const main = page.getByRole('main');
  const names = [
    ...(await main.getByRole('button').allInnerTexts()),
    ...(await main.getByRole('link').allInnerTexts()),
  ];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

describe('an operator', () => {
  it('is shown mail and servers, tests a server, and changes no setting', async () => {
    const { page, leave } = await asOne('OPERATOR');
    expect(await placesOf(page)).toEqual([
      'Overview',
      'Outbox',
      'Servers',
      'Trusted certificates',
      expect.stringContaining('API explorer'),
    ]);
    expect(await actsOn(page, '/servers', 'Servers')).not.toContain('Add server');
    const acts = await actsOn(page, `/servers/${serverId}`, 'Main relay');
    expect(acts).toContain('Send test email');
    expect(acts).not.toContain('Save');
    await page.getByText('Only administrators may change them.').waitFor();
    await expectAccessible(page, 'Server, read only');
    await page.goto(`${postroom.url}/servers/${serverId}/test`);
    await page.getByRole('button', { name: 'Send test email' }).click();
    await page.getByText('Accepted by the server').first().waitFor();
    expect((await sink.waitForMail()).to).toEqual([people.OPERATOR.email]);
    await leave();
  });
});

describe('a viewer', () => {
  it('looks, and is told of pages that are not for them', async () => {
    const { page, leave } = await asOne('VIEWER');
    expect(await placesOf(page)).toEqual([
      'Overview',
      'Outbox',
      'Servers',
      'Trusted certificates',
      expect.stringContaining('API explorer'),
    ]);
    expect(await actsOn(page, `/servers/${serverId}`, 'Main relay')).not.toContain('Send test email');
    expect(await actsOn(page, '/trusted-certificates', 'Trusted certificates')).not.toContain(
      'Add certificate',
    );
    for (const path of [
      '/users',
      '/tokens',
      '/tokens/new',
      '/audit',
      '/servers/new',
      `/servers/${serverId}/test`,
    ]) {
      await page.goto(postroom.url + path);
      await page.getByRole('heading', { level: 1, name: 'You may not see this page' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
    }
    await expectAccessible(page, 'Not allowed');
    await leave();
  });
});
