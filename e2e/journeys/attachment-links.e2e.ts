import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailSink, type MailSink } from '@postroom/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../harness/accessibility.ts';
import { signIn, withAdministrator } from '../harness/administrator.ts';
import { openBrowser, visit, type Visitor } from '../harness/browser.ts';
import type { GraphqlClient } from '../harness/graphql.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { addServer } from '../harness/mail-servers.ts';
import { startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

describe('the reader of an email whose files are links', () => {
  stepsBuildOnEachOther();
  let folder: TemporaryFolder;
  let sink: MailSink;
  let postroom: Postroom;
  let client: GraphqlClient;
  let browser: Browser;
  /** Whoever runs what is in the files calls here. */
  let beacon: Server;
  let calls = 0;
  let links: { svg: string; html: string };
  let attachmentIds: string[];

  beforeAll(async () => {
    folder = await temporaryFolder();
    sink = await mailSink();
    beacon = createServer((_request, response) => {
      calls += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(beacon, 'listening');
    postroom = await startPostroom({ dataDir: join(folder.path, 'data'), env: withAdministrator });
    client = await signIn(postroom.url);
    await addServer(client, { name: 'Links', port: sink.port, attachmentAsUrlEnabled: true });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await postroom.stop();
    beacon.close();
    await sink.close();
    await folder.remove();
  });

  const script = () => {
    const { port } = beacon.address() as AddressInfo;
    return `fetch('http://127.0.0.1:${String(port)}/ran'); alert('ran')`;
  };
  const svg = () =>
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${script()}"><script>${script()}</script></svg>`;
  const html = () =>
    `<!doctype html><title>a</title><img src="x" onerror="${script()}"><script>${script()}</script>`;
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it('gets the links in the email', async () => {
    const { sendEmail } = await client.execute<{
      sendEmail: { __typename: string; attachments: { id: string; isLink: boolean }[] };
    }>(
      `mutation Send($input: SendEmailInput!) {
        sendEmail(input: $input) {
          __typename
          ... on Email { attachments { id isLink } }
          ... on Refusal { message }
        }
      }`,
      {
        input: {
          from: 'ada@example.org',
          to: ['bob@example.net'],
          text: 'Hello',
          attachments: [
            { filename: '../Ünïcode <b>.svg', base64: base64(svg()) },
            { filename: 'page.html', contentType: 'text/html', base64: base64(html()) },
          ],
        },
      },
    );
    expect(sendEmail.__typename).toBe('Email');
    expect(sendEmail.attachments.map(({ isLink }) => isLink)).toEqual([true, true]);
    attachmentIds = sendEmail.attachments.map(({ id }) => id);
    const { raw } = await sink.waitForMail();
    const text = raw.toString('latin1').replaceAll('=\r\n', '');
    const found = [...text.matchAll(/https?:\/\/\S+\/files\/[\w-]{43}/g)].map(([link]) => link);
    expect(found).toHaveLength(2);
    links = { svg: found[0] ?? '', html: found[1] ?? '' };
  });

  it('saves a file under its name, and nothing of it is shown or run', async () => {
    const visitor = await visit(browser, `${postroom.url}/livez`);
    const { page } = visitor;
    page.on('dialog', (dialog) => {
      visitor.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (const [link, name, content] of [
      [links.svg, 'Ünïcode _b_.svg', svg()],
      [links.html, 'page.html', html()],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        // A page that becomes a download is never there.
        page.goto(link).catch(() => null),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      expect(await readFile(await download.path(), 'utf8')).toBe(content);
    }
    expect(calls).toBe(0);
    await leaveBut(visitor, 'favicon.ico');
  });

  it('is safe from a page that tries to run a file by its link', async () => {
    const visitor = await visit(browser, `${postroom.url}/livez`);
    await visitor.page.setContent(
      Object.values(links)
        .map(
          (link) =>
            `<img src="${link}"><iframe src="${link}"></iframe><object data="${link}"></object><embed src="${link}">` +
            `<script src="${link}"></script><link rel="stylesheet" href="${link}">`,
        )
        .join(''),
      { waitUntil: 'load' },
    );
    expect(calls).toBe(0);
    // The browser says of each why it refuses it.
    await leaveBut(visitor, 'favicon.ico', '/files/');
  });

  it('is told in plain words when the sender has ended a link', async () => {
    for (const id of attachmentIds) {
      const { revokeAttachmentLink } = await client.execute<{ revokeAttachmentLink: { downloads: number } }>(
        'mutation Revoke($id: ID!) { revokeAttachmentLink(id: $id) { ... on EmailAttachment { downloads } ... on Refusal { message } } }',
        { id },
      );
      expect(revokeAttachmentLink.downloads).toBeGreaterThan(0);
    }
    const visitor = await visit(browser, links.svg);
    await visitor.page.getByRole('heading', { name: 'This link leads to no file' }).waitFor();
    await expectAccessible(visitor.page, 'a link that has ended');
    // The page itself is a 404.
    await leaveBut(visitor, '/files/');
  });
});

/** Complaints about these addresses are what the step is about, or nobody's: a page without an icon is asked for one. */
async function leaveBut({ complaints, leave }: Visitor, ...addresses: string[]): Promise<void> {
  const others = complaints.filter((complaint) => !addresses.some((address) => complaint.includes(address)));
  complaints.splice(0, complaints.length, ...others);
  await leave();
}
