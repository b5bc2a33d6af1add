import { Client } from 'pg';
import type { DatabaseConnection, DatabaseLog } from './database-connection.ts';

/** After a lost connection, and between two tries to get it back. */
const RECONNECT_MS = 1_000;

type Listener = (payload: string) => void;

/**
 * LISTEN for this process, on one connection of its own. A notification is a hint to look at a table, never the news itself: those of a
 * lost connection are gone, so a listener is called with an empty payload when the connection is back.
 */
export class Notifications {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly connection: DatabaseConnection;
  private readonly log: DatabaseLog;
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(connection: DatabaseConnection, log: DatabaseLog) {
    this.connection = connection;
    this.log = log;
  }

  /** `channels` are all that will ever be listened to. */
  async open(channels: readonly string[]): Promise<void> {
    const client = new Client({
      ...('url' in this.connection
        ? { connectionString: this.connection.url }
        : { ...this.connection, ssl: false as const }),
      application_name: 'postroom',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload = '' }) => {
      this.tell(channel, payload);
    });
    client.once('error', () => undefined);
    client.once('end', () => {
      this.reopenLater(channels);
    });
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      this.client = client;
      for (const channel of channels) this.tell(channel, '');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn(
        { event: 'database.listen_failed', reason },
        'Notifications are late until the database is back',
      );
      await client.end().catch(() => undefined);
      this.reopenLater(channels);
    }
  }

  /** Returns what ends it. */
  listen(channel: string, listener: Listener): () => void {
    const all = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, all.add(listener));
    return () => all.delete(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end();
  }

  private tell(channel: string, payload: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(payload);
  }

  private reopenLater(channels: readonly string[]): void {
    this.client = null;
    if (this.isClosed || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.open(channels);
    }, RECONNECT_MS);
  }
}
