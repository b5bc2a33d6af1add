import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

// What the functions handed to the page find there. The DOM's own types would clash with Node's.
declare const window: { axe: typeof axe };
declare const document: {
  getAnimations(): { finished: Promise<unknown>; effect: { getTiming(): { iterations?: number } } | null }[];
};

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * WCAG 2.2 AA as far as a machine can judge it, of what the page shows now, in light and in dark.
 * @param screen what the page shows, for the message
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settle(page);
    // Evaluated rather than added as a script, which the panel's content security policy would refuse.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults, string[]>(
      (tags) => window.axe.run({ runOnly: tags, rules: { 'target-size': { enabled: true } } }),
      standards,
    );
    expect(violations.map(describe), `${screen} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Waits for what still moves; a spinner, which never ends, is not waited for. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
  });
}

function describe(violation: AxeResults['violations'][number]): string {
  const places = violation.nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary ?? ''}`);
  return [`${violation.id}: ${violation.help}`, ...places].join('\n');
}
