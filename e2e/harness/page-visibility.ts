import type { Page } from 'playwright-core';

// What the functions handed to the page find there. The DOM's own types would clash with Node's.
declare const document: { dispatchEvent(event: Event): void };

/** As if another tab were in front: without a window there is none. */
export async function hidePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

export async function showPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
