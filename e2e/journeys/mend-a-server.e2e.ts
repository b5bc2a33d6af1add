import { join } from 'node:path';
import {
  createAuthority,
  fallSilent,
  greet,
  mailSink,
  on,
  scriptedSmtpServer,
  SinkSecurity,
  type MailSink,
} from '@postroom/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { administrator, signIn, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { expectFocused } from '../harness/keyboard.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('an administrator finds out from the test what is wrong with a server, and mends it there', () => {
  stepsBuildOnEachOther();

  const credentials = { username: 'postroom', password: 'the password of the mailbox' };
  let folder: TemporaryFolder;
  let postroom: Postroom;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  /** SMTPS, with a certificate of an authority that nobody knows. */
  let sink: MailSink;

  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
  const dialogGone = () => page.getByRole('dialog').waitFor({ state: 'detached' });

  beforeAll(async () => {
    folder = await temporaryFolder();
    postroom = await startPostroom({
      dataDir: join(folder.path, 'data'),
      env: { ...withAdministrator, TESTS_PER_MINUTE: '50' },
    });
    const authority = await createAuthority('Authority of the data centre');
    sink = await mailSink({
      security: SinkSecurity.SMTPS,
      identity: await authority.issue(),
      credentials,
    });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    await sink.close();
    await folder.remove();
  });

  it('signs in', async () => {
    visitor = await visit(browser, `${postroom.url}/sign-in?next=/servers`);
    page = visitor.page;
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await button('Sign in').click();
    await heading('Servers').waitFor();
  });

  it('learns that the port speaks TLS at once', async () => {
    const client = await signIn(postroom.url);
    const settings = { startTls: 'ENABLED_AND_REQUIRED', timeoutSeconds: 2, ...credentials };
    const id = await addServer(client, { name: 'Relay', port: sink.port, ...settings });
    await page.goto(`${postroom.url}/servers/${id}/test`);
    await button('Send test email').click();
    await page.getByText('Failed at “Greeting”').first().waitFor();
    await expectAccessible(page, 'Test: a fix is offered');
  });

  it('switches to SMTPS with one press, and is asked for the password that this erases', async () => {
    await button('Switch and test again').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Encryption: StartTLS, required → TLS (SMTPS)').waitFor();
    await dialog.getByText('The stored password will be erased').waitFor();
    await expectAccessible(page, 'Test: a fix of the settings');
    await dialog.getByLabel('Password of postroom').fill(credentials.password);
    await inDialog('Switch and test again').click();
    await page.getByText('Failed at “Encrypt (TLS)”').first().waitFor();
    expect(sink.signIns).toBe(0);
  });

  it('trusts the certificate that the server presented, after its fingerprint was shown', async () => {
    await button('Show certificate').click();
    const fingerprint = await page
      .getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
      .first()
      .innerText();
    await expectAccessible(page, 'Test: the certificate that was presented');
    await button('Trust this certificate').click();
    await page.getByRole('dialog').getByText(fingerprint).waitFor();
    await expectAccessible(page, 'Test: trust a certificate');
    await inDialog('Trust this certificate').click();
    await page.getByText('Accepted by the server').first().waitFor();
    expect(await sink.waitForMail()).toMatchObject({ isEncrypted: true, username: credentials.username });
    await page.getByText('Encryption and certificate').click();
    await expectAccessible(page, 'Test: accepted');
  });

  it('finds the certificate in the list and in the form of its server, and nowhere else', async () => {
    await page.getByRole('link', { name: 'Trusted certificates' }).click();
    await page.getByRole('row', { name: /Certificate of Relay.*This certificate only/s }).waitFor();
    await expectAccessible(page, 'Trusted certificates');
    await page.getByRole('link', { name: 'Relay' }).click();
    await page.getByText('Certificate of Relay').waitFor();
    await expectAccessible(page, 'Server: with a trusted certificate');
    await page.goto(`${postroom.url}/servers/new`);
    await page.getByText('Only the authorities that this system trusts').waitFor();
  });

  it('tests a draft before saving, and is shown at its field what is wrong', async () => {
    const open = await mailSink();
    await page.getByLabel('Host', { exact: true }).fill('two words');
    await page.getByRole('radio', { name: 'No sign-in' }).check();
    await page.getByRole('radio', { name: 'Not encrypted' }).check();
    await button('Test without saving').click();
    await expectAccessible(page, 'Test without saving');
    await inDialog('Send test email').click();
    await dialogGone();
    await expect.poll(() => page.locator('[aria-invalid=true]').getAttribute('name')).toBe('hostname');

    await page.getByLabel('Host', { exact: true }).fill(`smtp://127.0.0.1:${String(open.port)}`);
    await page.getByLabel('Port', { exact: true }).focus();
    await page.getByText('Filled in: Host 127.0.0.1').waitFor();
    await button('Test without saving').click();
    await inDialog('Send test email').click();
    await page.getByText('Accepted by the server').first().waitFor();
    await expectAccessible(page, 'Test without saving: accepted');
    await open.waitForMail();
    await open.close();
    await page.goto(`${postroom.url}/servers`);
    await page.getByText('1 server', { exact: true }).waitFor();
  });

  it('keeps the stored password from a destination that is only tried', async () => {
    const stranger = await scriptedSmtpServer([
      greet('220 stranger'),
      on('EHLO', '250-stranger', '250 AUTH PLAIN LOGIN'),
    ]);
    await page.getByRole('link', { name: 'Relay' }).click();
    await page.getByLabel('Port', { exact: true }).fill(String(stranger.port));
    await page.getByRole('radio', { name: 'Not encrypted' }).check();
    await page.getByLabel('Send the password over connections that are not secure').check();
    await button('Test without saving').click();
    await page.getByText('The stored password is not used here').waitFor();
    await expectAccessible(page, 'Test without saving: the password is asked for');
    await inDialog('Send test email').click();
    await page.getByText('Failed at “Sign in”').first().waitFor();
    expect(stranger.clear.toString()).not.toContain('AUTH');
    await page.keyboard.press('Escape');
    await dialogGone();
    await button('Discard').click();
    await stranger.close();
  });

  it('sees the steps of a slow test as they happen, and cancels it', async () => {
    const slow = await scriptedSmtpServer([
      greet('220 slow.example'),
      on('EHLO', '250 slow.example'),
      on('MAIL'),
      fallSilent(),
    ]);
    const client = await signIn(postroom.url);
    const id = await addServer(client, { name: 'Slow', port: slow.port, startTls: 'DISABLED' });
    await page.goto(`${postroom.url}/servers/${id}/test`);
    await page.getByRole('radio', { name: 'Check the recipient' }).check();
    await button('Check the recipient').press('Enter');
    await page.getByText('Name the sender: running').waitFor();
    await expectFocused(page).toBe('Check the recipient');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Hand over the email' })
      .getByText('waiting')
      .waitFor();
    await expectAccessible(page, 'Test: running');
    await button('Cancel the test').press('Enter');
    await page.getByText('Cancelled at “Name the sender”').first().waitFor();
    await expectFocused(page).toMatch(/^Result/);
    await slow.emptied();
    await page.reload();
    await heading('Test Slow').waitFor();
    await page.getByText('Cancelled at “Name the sender”').first().waitFor();
    await expectAccessible(page, 'Test: cancelled');
    await slow.close();
  });

  it('shows what a hostile server says as text', async () => {
    const hostile = await scriptedSmtpServer([
      greet('554 <img src=x onerror=alert(1)>\u001b[31m red \u202Eelif\u0000 end'),
    ]);
    const client = await signIn(postroom.url);
    const id = await addServer(client, { name: '<b>Hostile</b>', port: hostile.port, startTls: 'DISABLED' });
    page.on('dialog', (dialog) => {
      visitor.complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`${postroom.url}/servers/${id}/test`);
    await button('Send test email').click();
    await page.getByText('Failed at “Greeting”').first().waitFor();
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await page.getByText('Transcript', { exact: true }).click();
    expect(await page.locator('main img').count()).toBe(0);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(await page.locator('body').innerText()).not.toMatch(/[\u0000\u001b\u202e]/u);
    await expectAccessible(page, 'Test: a hostile server');
    await hostile.close();
  });

  it('compares a test that fails now with the last good one', async () => {
    const port = sink.port;
    await sink.close();
    await page.goto(`${postroom.url}/servers`);
    await page.getByRole('link', { name: 'Relay' }).click();
    await button('Send test email').click();
    await inDialog('Send test email').click();
    await page
      .getByText(`Nothing listens at 127.0.0.1:${String(port)}`)
      .first()
      .waitFor();
    await page.getByText('Compare with the last good test').click();
    await page.getByRole('row', { name: /^Connect differs passed .* failed/s }).waitFor();
    await expectAccessible(page, 'Test: compared with the last good one');
    await page.getByRole('button', { name: /Accepted by the server/ }).click();
    await page.getByRole('heading', { name: /^Test of/ }).waitFor();
  });

  it('adds an authority, and deletes the certificate that is not needed any more', async () => {
    await page.goto(`${postroom.url}/trusted-certificates`);
    await button('Add certificate').click();
    await inDialog('Trust these certificates').click();
    await page.getByText('Enter a name.').waitFor();
    await expectAccessible(page, 'Trusted certificates: add, with problems');
    await page.getByLabel('Name').fill('Another authority');
    await page.getByLabel('Certificates (PEM)').fill((await createAuthority('Another')).pem);
    await page.getByRole('radio', { name: 'Chosen servers' }).check();
    await page.getByRole('searchbox', { name: 'Search servers' }).fill('relay');
    await page.getByRole('checkbox', { name: 'Relay' }).check();
    await page.getByText('1 is chosen.').waitFor();
    await expectAccessible(page, 'Trusted certificates: add, for chosen servers');
    await inDialog('Trust these certificates').click();
    await dialogGone();
    await page.getByRole('row', { name: /Another authority.*Relay/s }).waitFor();
    await button('Delete “Certificate of Relay”').click();
    await page.getByRole('dialog').getByText('It was trusted for: Relay').waitFor();
    await expectAccessible(page, 'Trusted certificates: delete');
    await inDialog('Delete certificate').click();
    await button('Delete “Certificate of Relay”').waitFor({ state: 'detached' });
  });

  it('saw no error in the console and no request to another host', async () => {
    await visitor.leave();
  });
});
