import { expect, vi } from 'vitest';
import type { GraphqlClient } from './graphql.ts';

/** Hands emails over to the product as an application would; gives their ids. */
export async function sendEmails(
  client: GraphqlClient,
  inputs: readonly Record<string, unknown>[],
): Promise<string[]> {
  const { sendEmails } = await client.execute<{ sendEmails: { id?: string }[] }>(
    `mutation Send($inputs: [SendEmailInput!]!) {
      sendEmails(inputs: $inputs) { ... on Email { id } ... on Refusal { code message } }
    }`,
    { inputs: inputs.map((input) => ({ from: 'postroom@example.org', text: 'Hello', ...input })) },
  );
  return sendEmails.map((result) => {
    if (result.id === undefined) throw new Error(`Not accepted: ${JSON.stringify(result)}`);
    return result.id;
  });
}

/** As soon as so many emails are in one of these states. */
export async function untilEmails(
  client: GraphqlClient,
  count: number,
  states: readonly string[],
): Promise<void> {
  const counted = async () => {
    const { emails } = await client.execute<{ emails: { totalCount: number } }>(
      'query Count($states: [EmailState!]) { emails(first: 1, filter: { states: $states }) { totalCount } }',
      { states },
    );
    return emails.totalCount;
  };
  // Outside of tests too, where there is no expect.poll.
  await vi.waitFor(
    async () => {
      expect(await counted(), states.join(', ')).toBe(count);
    },
    { timeout: 50_000, interval: 100 },
  );
}
