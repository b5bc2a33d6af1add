// An application and an administrator in one: what the tests of faults ask of a Postroom that is being tormented.
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { signIn } from '../harness/administrator.ts';
import type { GraphqlClient } from '../harness/graphql.ts';

export interface SentEmail {
  id: string;
  state: string;
  possibleDuplicate: boolean;
}

export class OutboxClient {
  readonly #client: GraphqlClient;

  private constructor(client: GraphqlClient) {
    this.#client = client;
  }

  static async signIn(url: string): Promise<OutboxClient> {
    return new OutboxClient(await signIn(url));
  }

  /** Of its session, for a load of requests. */
  get cookie(): string {
    return this.#client.cookie;
  }

  async addServer(name: string, port: number, settings: object = {}): Promise<void> {
    const input = {
      name,
      hostname: '127.0.0.1',
      port,
      startTls: 'DISABLED',
      timeoutSeconds: 60,
      ...settings,
    };
    const { addSmtpServer } = await this.#client.execute<{ addSmtpServer: { __typename: string } }>(
      'mutation Add($input: AddSmtpServerInput!) { addSmtpServer(input: $input) { __typename ... on Refusal { message } } }',
      { input },
    );
    if (addSmtpServer.__typename !== 'SmtpServer') throw new Error(JSON.stringify(addSmtpServer));
  }

  async send(
    server: string,
    {
      text = 'x',
      idempotencyKey = randomUUID(),
    }: { text?: string | undefined; idempotencyKey?: string } = {},
  ): Promise<string> {
    const input = {
      server: { name: server },
      from: 'ada@example.org',
      to: ['bob@example.net'],
      text,
      idempotencyKey,
    };
    const { sendEmail } = await this.#client.execute<{ sendEmail: { id: string } }>(
      'mutation Send($input: SendEmailInput!) { sendEmail(input: $input) { ... on Email { id } } }',
      { input },
    );
    return sendEmail.id;
  }

  async retry(id: string): Promise<void> {
    await this.#client.execute('mutation Retry($id: ID!) { retryEmail(id: $id) { __typename } }', { id });
  }

  async email(id: string): Promise<SentEmail> {
    const { email } = await this.#client.execute<{ email: SentEmail }>(
      'query Email($id: ID!) { email(id: $id) { id state possibleDuplicate } }',
      { id },
    );
    return email;
  }

  /** The email, as soon as it is in one of these states. */
  async until(id: string, ...states: string[]): Promise<SentEmail> {
    return vi.waitFor(
      async () => {
        const email = await this.email(id);
        if (!states.includes(email.state)) throw new Error(`the email is ${email.state}`);
        return email;
      },
      { timeout: 40_000, interval: 100 },
    );
  }
}
