import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

// What the functions handed to the page find there. The DOM's own types would clash with Node's.
declare const document: { activeElement: unknown };

/** More stops than any page has: whoever needs so many is lost. */
const MOST_STOPS = 150;

/** Goes on with Tab until the focus is there; throws when it comes round without. Nothing is focused by script. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`The keyboard does not reach ${target.toString()}`);
}

export async function hasFocus(target: Locator): Promise<boolean> {
  return (
    (await target.count()) > 0 &&
    target.first().evaluate((element: unknown) => element === document.activeElement)
  );
}

/** The text of what has the focus, waited for: it comes back a moment after a dialog has closed. */
export function expectFocused(page: Page) {
  return expect.poll(() => page.locator(':focus').innerText(), { timeout: 10_000 });
}
