// What one visit of a page costs a browser on a slow machine behind a slow line. The functions handed to the page may use only what they
// are given and what a browser has.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

export interface PageFigures {
  /** Largest Contentful Paint, milliseconds after the navigation began. */
  lcpMs: number;
  /** Cumulative Layout Shift. */
  cls: number;
  /** Total Blocking Time: what tasks of more than 50 ms take beyond it, from the first paint on. */
  tbtMs: number;
  /** The slowest of the interactions, from the press to the next paint; null = there was none. */
  interactionMs: number | null;
}

/** A middling phone: four times slower than this machine, behind 9 Mbit/s and 60 ms. */
const cpuSlowdown = 4;
const line = { offline: false, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8, latency: 60 };

export function openChromium(): Promise<Browser> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const executablePath =
    process.env['CHROMIUM_PATH'] ??
    ['chromium', 'chromium-browser', 'google-chrome']
      .flatMap((name) => folders.map((folder) => join(folder, name)))
      .find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium in PATH: set CHROMIUM_PATH');
  const args = ['--disable-background-networking', '--no-first-run', '--disable-quic'];
  return chromium.launch({
    executablePath,
    // Chromium refuses to run as root with its sandbox.
    args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args,
  });
}

interface Collected {
  lcp: number;
  cls: number;
  longTasks: { at: number; ms: number }[];
  firstPaint: number;
  interactions: number[];
}

/** Runs in the page, before anything of it. */
function collect(): void {
  const collected: Collected = { lcp: 0, cls: 0, longTasks: [], firstPaint: 0, interactions: [] };
  Object.assign(globalThis, { collected });
  const observe = (type: string, act: (entry: Record<string, number>) => void, options = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) act(entry as unknown as Record<string, number>);
      // The types of Node know the entries of Node alone.
    }).observe({ type, buffered: true, ...options } as never);
  observe('largest-contentful-paint', (entry) => (collected.lcp = entry['startTime'] ?? 0));
  observe('layout-shift', (entry) => {
    if (!entry['hadRecentInput']) collected.cls += entry['value'] ?? 0;
  });
  observe('longtask', ({ startTime = 0, duration = 0 }) =>
    collected.longTasks.push({ at: startTime, ms: duration }),
  );
  observe('paint', (entry) => (collected.firstPaint ||= entry['startTime'] ?? 0));
  observe(
    'event',
    ({ interactionId = 0, duration = 0 }) => interactionId > 0 && collected.interactions.push(duration),
    {
      durationThreshold: 16,
    },
  );
}

/**
 * One visit with an empty cache. `until` waits for what a person came for, `act` does what they do then.
 */
export async function visitPage(
  browser: Browser,
  url: string,
  cookies: Parameters<Awaited<ReturnType<Browser['newContext']>>['addCookies']>[0],
  visit: { until: (page: Page) => Promise<void>; act?: (page: Page) => Promise<void> },
): Promise<PageFigures> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await context.addCookies(cookies);
  // The loader of these scripts wraps named functions in a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(collect);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  // Before anything is looked for: the script that Playwright puts into the page for that is a long task of its own.
  const { longTasks, firstPaint } = await read(page);
  await visit.until(page);
  const loaded = await read(page);
  if (loaded.lcp === 0) throw new Error(`${url} was not observed: nothing of it was painted`);
  await visit.act?.(page);
  const acted = await read(page);
  await context.close();
  return {
    lcpMs: loaded.lcp,
    cls: acted.cls,
    tbtMs: longTasks
      .filter(({ at }) => at >= firstPaint)
      .reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0),
    interactionMs: acted.interactions.length === 0 ? null : Math.max(...acted.interactions),
  };
}

/** After two frames, so that the observers have been told of the last of them. */
function read(page: Page): Promise<Collected> {
  return page.evaluate(
    () =>
      new Promise<Collected>((resolve) => {
        const frame = (globalThis as unknown as { requestAnimationFrame: (act: () => void) => void })
          .requestAnimationFrame;
        frame(() =>
          frame(() =>
            setTimeout(() => resolve((globalThis as unknown as { collected: Collected }).collected), 100),
          ),
        );
      }),
  );
}
