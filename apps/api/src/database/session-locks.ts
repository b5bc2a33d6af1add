import type { Client } from 'pg';
import type { DatabaseConnection, DatabaseLog } from './database-connection.ts';
import { StandingSession } from './standing-session.ts';

/**
 * Locks that last as long as this process: advisory locks of one database session, so that those of a process that was killed are free at
 * once, without a lease to wait for. (A pooler that shares sessions, such as PgBouncer in transaction mode, breaks them.)
 */
export class SessionLocks {
  readonly #session: StandingSession;
  readonly #held = new Set<string>();
  /** Asked for just now. To the database a session that asks twice has the lock twice. */
  readonly #asked = new Set<string>();
  /** A session answers one question at a time. */
  #lastAnswer: Promise<unknown> = Promise.resolve();
  #reopened: () => void = () => undefined;

  constructor(connection: DatabaseConnection, log: DatabaseLog) {
    this.#session = new StandingSession(connection, {
      begin: (client) => this.#takeAgain(client),
      failed: (reason) => {
        const event = 'database.locks_lost';
        log.warn({ event, reason }, 'Locks are lost until the database is back');
      },
    });
  }

  async open(): Promise<void> {
    await this.#session.open();
  }

  /** Calls back whenever a session that was lost is there again, with those of its locks that nobody took meanwhile. */
  onReopened(listener: () => void): void {
    this.#reopened = listener;
  }

  /** Takes the lock unless somebody has it, this process included; false also while the session is lost. */
  async tryLock(key: string): Promise<boolean> {
    const { client } = this.#session;
    if (client === null || this.#held.has(key) || this.#asked.has(key)) return false;
    this.#asked.add(key);
    try {
      if (await this.#askInTurn(client, 'pg_try_advisory_lock', key)) this.#held.add(key);
      return this.#held.has(key);
    } catch {
      // It may have been taken all the same: nobody else would ever get it from this session.
      this.#session.discard(client);
      return false;
    } finally {
      this.#asked.delete(key);
    }
  }

  /** Whether it is certainly ours: while the session is lost somebody else may take it. */
  holds(key: string): boolean {
    return this.#session.client !== null && this.#held.has(key);
  }

  async unlock(key: string): Promise<void> {
    const { client } = this.#session;
    // While the session is lost there is nothing to give back: it is not taken again.
    if (!this.#held.delete(key) || client === null) return;
    await this.#askInTurn(client, 'pg_advisory_unlock', key).catch(() => {
      this.#session.discard(client);
    });
  }

  async close(): Promise<void> {
    await this.#session.close();
  }

  #askInTurn(client: Client, call: Call, key: string): Promise<boolean> {
    const answer = this.#lastAnswer.then(() => ask(client, call, key));
    this.#lastAnswer = answer.catch(() => undefined);
    return answer;
  }

  async #takeAgain(client: Client): Promise<void> {
    const wanted = [...this.#held];
    for (const key of wanted) {
      if (!(await ask(client, 'pg_try_advisory_lock', key))) this.#held.delete(key);
      else if (!this.#held.has(key)) await ask(client, 'pg_advisory_unlock', key);
    }
    // Once whoever calls this has put the session into use.
    setImmediate(() => {
      this.#reopened();
    });
  }
}

type Call = 'pg_try_advisory_lock' | 'pg_advisory_unlock';

async function ask(client: Client, call: Call, key: string): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(`SELECT ${call}(hashtextextended($1, 0)) AS done`, [
    key,
  ]);
  return rows[0]?.done === true;
}
