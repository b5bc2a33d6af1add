// Applications that send. What they were promised is what nothing may happen to.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const SEND = `mutation Send($inputs: [SendEmailInput!]!) {
  sendEmails(inputs: $inputs) { __typename ... on Email { id messageId } ... on Refusal { code message } }
}`;
const BATCH = 5;

interface Promised {
  id: string;
  messageId: string;
}

interface Door {
  /** Where the API is at the moment. */
  url: string;
  cookie: string;
}

export class Load {
  /** By idempotency key. */
  readonly acknowledged = new Map<string, Promised>();
  /** Requests without an answer, which were sent again with the same keys. */
  unanswered = 0;
  readonly #door: () => Door;
  #isStopping = false;
  #clients: Promise<void>[] = [];

  constructor(door: () => Door) {
    this.#door = door;
  }

  start(clients: number, everyMs: number): void {
    this.#clients = Array.from({ length: clients }, () => this.#client(everyMs));
  }

  /** Resolves when every request was answered. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#clients);
  }

  async #client(everyMs: number): Promise<void> {
    while (!this.#isStopping) {
      const keys = Array.from({ length: BATCH }, () => randomUUID());
      for (;;) {
        const promised = await this.#send(keys);
        if (promised !== null) {
          promised.forEach((email, index) => this.acknowledged.set(keys[index] ?? '', email));
          break;
        }
        this.unanswered += 1;
        await pause(100);
      }
      await pause(everyMs);
    }
  }

  /** null = no answer, or one that promises nothing: the same again is safe. */
  async #send(keys: readonly string[]): Promise<Promised[] | null> {
    const { url, cookie } = this.#door();
    const inputs = keys.map((idempotencyKey) => ({
      from: 'ada@example.org',
      to: ['bob@example.net'],
      subject: 'Through every crash',
      text: 'Hello Bob,\n.\nGoodbye.\n',
      idempotencyKey,
    }));
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: SEND, variables: { inputs } }),
        signal: AbortSignal.timeout(30_000),
      });
      const { data, errors } = (await response.json()) as {
        data?: { sendEmails: (Promised & { __typename: string })[] } | null;
        errors?: unknown;
      };
      if (errors !== undefined || data === undefined || data === null) return null;
      const refused = data.sendEmails.find(({ __typename }) => __typename !== 'Email');
      if (refused !== undefined) throw new TypeError(`an email was refused: ${JSON.stringify(refused)}`);
      return data.sendEmails;
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('an email was refused')) throw error;
      return null;
    }
  }
}
