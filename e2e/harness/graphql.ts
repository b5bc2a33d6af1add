/** A client as a script would write it: plain fetch, JSON, and the session cookie kept between calls. */
export class GraphqlClient {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = `${url}/graphql`;
  }

  /** Of the session, for clients of another kind. */
  get cookie(): string {
    return this.#cookie;
  }

  /**
   * The data of one operation; throws when the answer holds errors. A refusal is data and is returned.
   * `Data` is the caller's word for the shape it asked for.
   */
  async execute<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify({ query, variables }),
    });
    this.#keepCookie(response);
    const body = (await response.json()) as { data?: Data; errors?: unknown };
    if (body.errors !== undefined || body.data === undefined) {
      throw new Error(`${String(response.status)}: ${JSON.stringify(body.errors ?? body)}`);
    }
    return body.data;
  }

  #keepCookie(response: Response): void {
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.slice(0, cookie.indexOf(';'));
  }
}
