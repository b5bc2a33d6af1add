import { once } from 'node:events';
import { request, type Agent, type IncomingMessage } from 'node:http';

/** One client of the API on connections that are kept: as little work as a client can do, because it shares the machine with the service. */
export class GraphqlConnection {
  readonly #url: string;
  readonly #agent: Agent;
  readonly #headers: Record<string, string>;

  constructor(url: string, agent: Agent, headers: Record<string, string> = {}) {
    this.#url = `${url}/graphql`;
    this.#agent = agent;
    this.#headers = headers;
  }

  /** The session's, once there is one. */
  get cookie(): string | undefined {
    return this.#headers['Cookie'];
  }

  async send<Data>(query: string, variables: object = {}): Promise<Data> {
    return this.sendBody<Data>(JSON.stringify({ query, variables }));
  }

  async sendBody<Data>(body: string): Promise<Data> {
    const { data, errors } = JSON.parse(await this.raw(body)) as { data: Data; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The answer as it came. */
  async raw(body: string): Promise<string> {
    const sent = request(this.#url, {
      method: 'POST',
      agent: this.#agent,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        ...this.#headers,
      },
    });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const cookie = response.headers['set-cookie']?.[0]?.split(';', 1)[0];
    if (cookie !== undefined) this.#headers['Cookie'] = cookie;
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
}
