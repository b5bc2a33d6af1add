import type { Page } from 'playwright-core';

/** Presses the triangle of GraphiQL as soon as its editors are there. */
export async function runFirstQuery(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor').getByText('query SmtpServers').waitFor();
  await page.locator('.result-window .monaco-editor').waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();
}
