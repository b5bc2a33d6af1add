// What the panel costs a browser, cold, on a slow machine behind a slow line: with 10,000 servers and a day of emails in the database.
import { Client } from 'pg';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openChromium, visitPage, type PageFigures } from './panel/page-figures.ts';
import { median } from './service/figures.ts';
import { addServer, removeData, signIn, startPostroom } from './service/postroom.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const goals = { lcpMs: 2500, cls: 0.05, tbtMs: 800, interactionMs: 100 } as const;

const service = await startPostroom();
const session = await signIn(service.url);
const serverId = await addServer(session, { name: 'Main relay', port: 1 });
await session.send('mutation ($input: SendEmailInput!) { sendEmail(input: $input) { __typename } }', {
  input: { to: ['bob@example.net'], subject: 'Your invoice', sendAt: new Date(Date.now() + 86_400_000) },
});
await multiply();
const [name = '', value = ''] = (session.cookie ?? '').split('=');
const sessionCookie = { name, value, url: service.url };

const until = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
const visits = {
  'sign-in': { path: '/sign-in', isAnonymous: true, until: until('h1') },
  overview: { path: '/', until: until('canvas') },
  '10,000 servers': {
    path: '/servers',
    until: until('tbody tr'),
    async act(page: Page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').click();
      await page.keyboard.type('relay 77', { delay: 60 });
      await page.getByText('111 servers').waitFor();
      await page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  'add a server': {
    path: '/servers/new',
    until: until('form input'),
    async act(page: Page) {
      await page.getByRole('button', { name: 'Gmail' }).click();
      await page.getByRole('radio', { name: /SMTPS/ }).click();
      await page.keyboard.type('x');
    },
  },
  'outbox of 100,000': { path: '/outbox?tab=all', until: until('tbody tr') },
  'one server': { path: `/servers/${serverId}`, until: until('form input') },
} satisfies Record<
  string,
  {
    path: string;
    isAnonymous?: boolean;
    until: (page: Page) => Promise<void>;
    act?: (page: Page) => Promise<void>;
  }
>;

const browser = await openChromium();
console.log(`medians of ${rounds} visits with an empty cache; CPU x 4, 9 Mbit/s, 60 ms`);
console.log(
  `${''.padEnd(20)}${['LCP ms', 'CLS', 'TBT ms', 'press to paint ms'].map((head) => head.padStart(19)).join('')}`,
);
try {
  for (const [name, visit] of Object.entries(visits)) {
    const cookies = 'isAnonymous' in visit ? [] : [sessionCookie];
    const figures: PageFigures[] = [];
    for (let round = 0; round < rounds; round += 1)
      figures.push(await visitPage(browser, service.url + visit.path, cookies, visit));
    const cells = (['lcpMs', 'cls', 'tbtMs', 'interactionMs'] as const).map((figure) =>
      cell(figure, figures),
    );
    console.log(`${name.padEnd(20)}${cells.map((text) => text.padStart(19)).join('')}`);
  }
} finally {
  await browser.close();
  await service.stop();
  removeData(service.dataDir);
}

function cell(figure: keyof PageFigures, figures: readonly PageFigures[]): string {
  const all = figures.map((each) => each[figure]).filter((value) => value !== null);
  if (all.length === 0) return '-';
  const middle = median(all);
  const text = middle.toFixed(figure === 'cls' ? 3 : 0);
  return middle <= goals[figure] ? text : `${text} (goal ${goals[figure]})`;
}

/** Rows like the two that there are, as many as the goals speak of, without a day of calls. */
async function multiply(): Promise<void> {
  const database = new Client({ host: service.socketDirectory(), user: 'postroom', database: 'postroom' });
  await database.connect();
  await database.query(
    `INSERT INTO smtp_server SELECT (jsonb_populate_record(server, jsonb_build_object(
        'id', gen_random_uuid(), 'name', 'Relay ' || n, 'name_key', 'relay ' || n, 'is_default', false))).*
       FROM smtp_server AS server, generate_series(1, 10000) AS n`,
  );
  await database.query(
    `INSERT INTO email SELECT (jsonb_populate_record(email, jsonb_build_object(
        'id', overlay(gen_random_uuid()::text PLACING substr(email.id::text, 1, 13) FROM 1), 'state', 'ACCEPTED'))).*
       FROM email, generate_series(1, 100000)`,
  );
  await database.query('ANALYZE');
  await database.end();
}
