import type { DatabaseConnection, DatabaseLog } from './database-connection.ts';
import { StandingSession } from './standing-session.ts';

type Listener = (payload: string) => void;

/**
 * LISTEN for this process, on one connection of its own. A notification is a hint to look at a table, never the news itself: those of a
 * lost connection are gone, so a listener is called with an empty payload when the connection is back.
 */
export class Notifications {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly session: StandingSession;
  private channels: readonly string[] = [];

  constructor(connection: DatabaseConnection, log: DatabaseLog) {
    this.session = new StandingSession(connection, {
      begin: async (client) => {
        client.on('notification', ({ channel, payload = '' }) => {
          this.tell(channel, payload);
        });
        for (const channel of this.channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
        for (const channel of this.channels) this.tell(channel, '');
      },
      failed: (reason) => {
        const event = 'database.listen_failed';
        log.warn({ event, reason }, 'Notifications are late until the database is back');
      },
    });
  }

  /** `channels` are all that will ever be listened to. */
  async open(channels: readonly string[]): Promise<void> {
    this.channels = channels;
    await this.session.open();
  }

  /** Returns what ends it. */
  listen(channel: string, listener: Listener): () => void {
    const all = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, all.add(listener));
    return () => all.delete(listener);
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  private tell(channel: string, payload: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(payload);
  }
}
