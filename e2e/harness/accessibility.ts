import axe, { type AxeResults, type RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

// What the functions handed to the page find there. The DOM's own types would clash with Node's.
declare const window: { axe: typeof axe };
declare const requestAnimationFrame: (callback: () => void) => void;
declare const document: {
  documentElement: { scrollWidth: number };
  getAnimations(): {
    finished: Promise<unknown>;
    effect: { getComputedTiming(): { endTime?: unknown } } | null;
  }[];
};

const standards: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** The rules that look at colours: all others find in dark what they find in light. */
const ofColours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** CSS pixels: a desktop, and what 400 % zoom makes of it (WCAG 1.4.10). */
const widths = [1280, 320];

/**
 * WCAG 2.2 AA as far as a machine can judge it, of what the page shows now: wide and narrow, in light and in dark.
 * @param screen what the page shows, for the message
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const [colorScheme, rules] of [
      ['light', standards],
      ['dark', ofColours],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      expect(await violations(page, rules), `${screen}, ${width} pixels wide, in ${colorScheme}`).toEqual([]);
    }
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed, `the width that "${screen}" needs`).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: null });
}

async function violations(page: Page, runOnly: RunOnly): Promise<string[]> {
  // Evaluated rather than added as a script, which the panel's content security policy would refuse.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults, RunOnly>(
    (only) =>
      window.axe.run({
        runOnly: only,
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
      }),
    runOnly,
  );
  return results.violations.map(describe);
}

/** Waits until a new colour scheme is drawn and short movements have ended; spinners and countdowns are not waited for. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((drawn) => {
      requestAnimationFrame(() => {
        requestAnimationFrame(drawn);
      });
    });
    const ending = document
      .getAnimations()
      .filter((each) => Number(each.effect?.getComputedTiming().endTime) < 1000);
    await Promise.allSettled(ending.map((each) => each.finished));
  });
}

function describe(violation: AxeResults['violations'][number]): string {
  const places = violation.nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary ?? ''}`);
  return [`${violation.id}: ${violation.help}`, ...places].join('\n');
}
