import { Client } from 'pg';
import type { DatabaseConnection, DatabaseLog } from './database-connection.ts';

const RECONNECT_MS = 1_000;

/**
 * Locks that last as long as this process: advisory locks of one database session, so that those of a process that was killed are free at
 * once, without a lease to wait for. (A pooler that shares sessions, such as PgBouncer in transaction mode, breaks them.)
 */
export class SessionLocks {
  readonly #connection: DatabaseConnection;
  readonly #log: DatabaseLog;
  readonly #held = new Set<string>();
  readonly #asked = new Set<string>();
  #client: Client | null = null;
  /** A session takes one question at a time. */
  #lastAnswer: Promise<unknown> = Promise.resolve();
  #retry: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(connection: DatabaseConnection, log: DatabaseLog) {
    this.#connection = connection;
    this.#log = log;
  }

  /** Takes the lock unless somebody has it, this process included; false also while the session is lost. */
  async tryLock(key: string): Promise<boolean> {
    // One session may take a lock twice: whoever asks while another asks must not be told yes as well.
    if (this.#client === null || this.#held.has(key) || this.#asked.has(key)) return false;
    this.#asked.add(key);
    try {
      if (!(await this.#ask(this.#client, 'pg_try_advisory_lock', key).catch(() => false))) return false;
      this.#held.add(key);
      return true;
    } finally {
      this.#asked.delete(key);
    }
  }

  /** Whether it is still ours: a session that was lost may not get all of its locks back. */
  holds(key: string): boolean {
    return this.#held.has(key);
  }

  async unlock(key: string): Promise<void> {
    if (!this.#held.delete(key) || this.#client === null) return;
    await this.#ask(this.#client, 'pg_advisory_unlock', key).catch(() => undefined);
  }

  /** Takes the locks again that were held when the session was lost. */
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
    client.once('error', () => undefined);
    client.once('end', () => {
      this.#client = null;
      this.#reopenLater();
    });
    try {
      await client.connect();
      for (const key of this.#held) {
        if (!(await ask(client, 'pg_try_advisory_lock', key))) this.#held.delete(key);
      }
      this.#client = client;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#log.warn({ event: 'database.locks_lost', reason }, 'Locks are lost until the database is back');
      await client.end().catch(() => undefined);
      this.#reopenLater();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end();
  }

  #ask(...question: Parameters<typeof ask>): Promise<boolean> {
    const answer = this.#lastAnswer.then(() => ask(...question));
    this.#lastAnswer = answer.catch(() => undefined);
    return answer;
  }

  #reopenLater(): void {
    if (this.#isClosed || this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.open();
    }, RECONNECT_MS);
  }
}

async function ask(
  client: Client,
  call: 'pg_try_advisory_lock' | 'pg_advisory_unlock',
  key: string,
): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(`SELECT ${call}(hashtextextended($1, 0)) AS done`, [
    key,
  ]);
  return rows[0]?.done === true;
}
