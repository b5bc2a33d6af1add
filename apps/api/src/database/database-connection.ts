import type { BaseLogger } from 'pino';

/** Where the database is: the embedded one by its private socket, an external one by its URL. Plain data, so that it passes to a worker process. */
export type DatabaseConnection = SocketConnection | { readonly url: string };

export interface SocketConnection {
  /** The directory of the Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export type DatabaseLog = Pick<BaseLogger, 'info' | 'warn' | 'error'>;

/** First keys of our advisory locks (`POST` in ASCII), second keys by purpose: other programs may lock in the same database. */
export const advisoryLockSpace = 0x504f5354;
export const AdvisoryLock = { INSTANCE: 1, MIGRATION: 2 } as const;
