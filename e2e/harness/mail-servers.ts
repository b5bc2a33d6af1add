import type { GraphqlClient } from './graphql.ts';

/** Adds a server on 127.0.0.1 over the API; gives its id. */
export async function addServer(
  client: GraphqlClient,
  settings: { name: string; port: number } & Record<string, unknown>,
): Promise<string> {
  const { addSmtpServer } = await client.execute<{ addSmtpServer: { id?: string } }>(
    'mutation Add($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { ... on SmtpServer { id } ... on Refusal { message } } }',
    { input: { hostname: '127.0.0.1', ...settings } },
  );
  if (addSmtpServer.id === undefined) throw new Error(`Not added: ${JSON.stringify(addSmtpServer)}`);
  return addSmtpServer.id;
}
