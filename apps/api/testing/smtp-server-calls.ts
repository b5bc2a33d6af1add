import type { GraphqlClient } from './app-for-tests.ts';

/** What a test may look at of an answer, whichever member of the union it is. */
export interface ServerAnswer {
  __typename: string;
  id: string;
  name: string;
  isDefault: boolean;
  hasPassword: boolean;
  revision: number;
  code: string;
  message: string;
  problems: { path: string; code: string }[];
  [setting: string]: unknown;
}

const SERVER = `__typename
  ... on SmtpServer { id name kind isDefault isEnabled protocol hostname port username hasPassword passwordChangedBy startTls
    allowInsecureAuth timeoutSeconds mimeAddressStrict maxAttachmentBytes ehloName defaultFrom faxAddressTemplate maxConnections
    messagesPerMinute revision }
  ... on Refusal { code message }
  ... on InvalidInput { problems { path code message } }`;

/** The operations on servers, as one signed-in client sends them. */
export class SmtpServerCalls {
  private readonly client: GraphqlClient;

  constructor(client: GraphqlClient) {
    this.client = client;
  }

  add(input: object): Promise<ServerAnswer> {
    return this.client.field(
      `mutation ($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { ${SERVER} } }`,
      { input },
    );
  }

  update(input: object): Promise<ServerAnswer> {
    return this.client.field(
      `mutation ($input: UpdateSmtpServerInput!) {
        updateSmtpServer(input: $input) { ${SERVER} ... on EditConflict { currentRevision current { name } } }
      }`,
      { input },
    );
  }

  changePassword(input: object): Promise<ServerAnswer> {
    return this.client.field(
      `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${SERVER} } }`,
      { input },
    );
  }

  setDefault(id: string): Promise<ServerAnswer> {
    return this.client.field(`mutation ($id: ID!) { setDefaultSmtpServer(id: $id) { ${SERVER} } }`, { id });
  }

  remove(id: string): Promise<ServerAnswer> {
    return this.client.field(
      `mutation ($id: ID!) {
        deleteSmtpServer(id: $id) {
          __typename ... on DeletedSmtpServer { id } ... on Refusal { code } ... on ServerInUse { isDefault waitingEmails }
        }
      }`,
      { id },
    );
  }

  named(name: string): Promise<ServerAnswer | null> {
    return this.client.field(
      'query ($name: String!) { smtpServer(ref: {name: $name}) { id name isDefault hasPassword revision } }',
      { name },
    );
  }

  page(variables: {
    first?: number;
    after?: string | null;
    search?: string;
    isEnabled?: boolean;
  }): Promise<ServerPage> {
    return this.client.field(
      `query ($first: Int! = 50, $after: String, $search: String, $isEnabled: Boolean) {
        smtpServers(first: $first, after: $after, search: $search, isEnabled: $isEnabled) {
          nodes { id name isDefault } pageInfo { hasNextPage endCursor } totalCount
        }
      }`,
      variables,
    );
  }
}

interface ServerPage {
  nodes: ServerAnswer[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

let serial = 0;

/** A server that is valid in every field; a test changes the one that it is about. */
export function aServer(settings: object = {}): { name: string; hostname: string } {
  serial += 1;
  return { name: `Server ${String(serial)}`, hostname: 'smtp.example.org', ...settings };
}
