import type { AddedTrust, DeliveryConnection, SmtpSettings } from '../../smtp/index.ts';
import type { EmailFailure } from '../emails/index.ts';

/** A server as the worker uses it: settings, password and trust of one moment. */
export interface ServerInUse {
  id: string;
  name: string;
  revision: number;
  /** Changes whenever something that its connections depend on changes. As PostgreSQL writes it, to the microsecond. */
  releasedAt: string;
  maxConnections: number;
  settings: SmtpSettings;
  trusted: AddedTrust;
}

/** Its password cannot be opened with the keys that are there. */
export interface UnusableServer {
  releasedAt: string;
  failure: EmailFailure;
}

/** null = deleted. */
export type LoadServer = (serverId: string) => Promise<ServerInUse | UnusableServer | null>;

/** The engine, with the roots and the address policy of this deployment. */
export type NewConnection = (server: ServerInUse) => DeliveryConnection;
