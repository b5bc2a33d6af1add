import type { Page } from 'playwright-core';

/** Presses the triangle of GraphiQL as soon as its editors are there, and what is to be run in them. */
export async function runFirstQuery(page: Page, begin = 'query SmtpServers'): Promise<void> {
  await page.locator('.graphiql-query-editor').getByText(begin).waitFor();
  await page.locator('.result-window .monaco-editor').waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();
}
