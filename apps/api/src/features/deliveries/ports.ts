import type { AddedTrust, DeliveryConnection, SmtpSettings } from '../../smtp/index.ts';

/** A server as the worker uses it: settings, password and trust of one moment. */
export interface ServerInUse {
  id: string;
  name: string;
  revision: number;
  /** Changes whenever something that its connections depend on changes. As PostgreSQL writes it. */
  releasedAt: string;
  maxConnections: number;
  settings: SmtpSettings;
  trusted: AddedTrust;
}

/** null = deleted, or its password cannot be opened with the keys that are there. */
export type LoadServer = (serverId: string) => Promise<ServerInUse | null>;

/** The engine, with the roots and the address policy of this deployment. */
export type NewConnection = (server: ServerInUse) => DeliveryConnection;
