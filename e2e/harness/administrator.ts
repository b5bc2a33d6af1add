import type { Page } from 'playwright-core';
import { GraphqlClient } from './graphql.ts';

/** The first administrator of journeys that need no browser. */
export const administrator = { email: 'admin@example.org', password: 'a long enough password' };

/** For the product's environment: makes that administrator at the first start. */
export const withAdministrator = {
  ADMIN_EMAIL: administrator.email,
  ADMIN_PASSWORD: administrator.password,
};

export async function signIn(url: string): Promise<GraphqlClient> {
  const client = new GraphqlClient(url);
  const { signIn } = await client.execute<{ signIn: { __typename: string } }>(
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { message } } }',
    { input: administrator },
  );
  if (signIn.__typename !== 'User') throw new Error(`Nobody is signed in: ${JSON.stringify(signIn)}`);
  return client;
}

/** On the sign-in page, in English. */
export async function signInOnPage(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
