import { Client } from 'pg';
import type { DatabaseConnection } from './database-connection.ts';

/** After a lost session, and between two tries to get one. */
const REOPEN_MS = 1_000;

export interface StandingSessionPorts {
  /** Prepares each new session before it is used; a rejection gives the session up. */
  begin: (client: Client) => Promise<void>;
  /** It could not be opened; another try follows. */
  failed: (reason: string) => void;
}

/** One database session of its own for this process, which is opened again whenever it is lost, until it is closed. */
export class StandingSession {
  readonly #connection: DatabaseConnection;
  readonly #ports: StandingSessionPorts;
  #client: Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(connection: DatabaseConnection, ports: StandingSessionPorts) {
    this.#connection = connection;
    this.#ports = ports;
  }

  /** null = it is lost for now. */
  get client(): Client | null {
    return this.#client;
  }

  /** Never throws: where the database is away it goes on trying. */
  async open(): Promise<void> {
    const client = new Client({
      ...('url' in this.#connection
        ? { connectionString: this.#connection.url }
        : { ...this.#connection, ssl: false as const }),
      application_name: 'postroom',
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    // One end may come with several errors (the server's farewell, then the broken socket); without a listener for each of them the
    // second one would end the process. What counts is the end.
    client.on('error', () => undefined);
    client.once('end', () => {
      if (this.#client === client) this.#client = null;
      this.#reopenLater();
    });
    try {
      await client.connect();
      await this.#ports.begin(client);
      if (this.#isClosed) await client.end();
      else this.#client = client;
    } catch (error) {
      this.#ports.failed(error instanceof Error ? error.message : String(error));
      await client.end().catch(() => undefined);
      this.#reopenLater();
    }
  }

  /** Ends the session, and with it whatever it holds; another one is opened. For a session of which it is not known what it holds. */
  discard(client: Client): void {
    void client.end().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end();
  }

  #reopenLater(): void {
    if (this.#isClosed || this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.open();
    }, REOPEN_MS);
  }
}
