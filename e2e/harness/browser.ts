import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** One person at one browser window, who notices what a user would not see. */
export interface Visitor {
  page: Page;
  /** Console errors, uncaught errors and requests to other hosts so far. */
  complaints: string[];
  /** Closes the window; throws when there was anything to complain about. */
  leave(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // No traffic of its own, so that each request seen is the product's.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      '--disable-gpu',
    ],
  });
}

/** @param url what the visitor comes for; requests to any other origin are complaints */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // Colours in the middle of a transition are nobody's to judge.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(url).origin) {
      complaints.push(`request to another host: ${request.url()}`);
    }
  });
  await page.goto(url);
  const leave = async (): Promise<void> => {
    await context.close();
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`);
  };
  return { page, complaints, leave };
}

function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found === undefined)
    throw new Error('No Chromium in PATH: install one, or set CHROMIUM_PATH to its program');
  return found;
}
