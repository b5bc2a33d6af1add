import { FilenameEncoding } from '../../mail/filename-encoding.ts';
import { Protocol, StartTls, type SmtpSettings } from '../../smtp/index.ts';

export const ServerKind = { SMTP: 'SMTP', FAX: 'FAX' } as const;
export type ServerKind = (typeof ServerKind)[keyof typeof ServerKind];

/** What an administrator sets; everything but the password, which is no field of the noun. */
export interface SmtpServerSettings {
  name: string;
  isEnabled: boolean;
  protocol: Protocol;
  hostname: string;
  port: number;
  username: string | null;
  startTls: StartTls;
  allowInsecureAuth: boolean;
  timeoutSeconds: number;
  mimeAddressStrict: boolean;
  attachmentAsUrlEnabled: boolean;
  maxAttachmentBytes: number | null;
  attachmentFilenameEncoding: FilenameEncoding;
  ehloName: string | null;
  defaultFrom: string | null;
  faxAddressTemplate: string | null;
  maxConnections: number;
  messagesPerMinute: number | null;
}

/** A way out for mail: an SMTP server, or a mail-to-fax gateway that is reached by SMTP. */
export interface SmtpServer extends SmtpServerSettings {
  id: string;
  kind: ServerKind;
  isDefault: boolean;
  readonly hasPassword: boolean;
  passwordChangedAt: Date | null;
  passwordChangedBy: string | null;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a new server has where nothing else is said. Its port follows from the protocol; it has no name and no host. */
export const DEFAULT_SETTINGS = {
  isEnabled: true,
  protocol: Protocol.SMTP,
  username: null,
  startTls: StartTls.ENABLED,
  allowInsecureAuth: false,
  timeoutSeconds: 30,
  mimeAddressStrict: true,
  attachmentAsUrlEnabled: false,
  maxAttachmentBytes: null,
  attachmentFilenameEncoding: FilenameEncoding.BOTH,
  ehloName: null,
  defaultFrom: null,
  faxAddressTemplate: null,
  maxConnections: 5,
  messagesPerMinute: null,
} as const satisfies Omit<SmtpServerSettings, 'name' | 'hostname' | 'port'>;

/** The names of the settings, in the order in which they are compared and written to the audit log. */
export const SETTING_NAMES = [
  'name',
  'isEnabled',
  'protocol',
  'hostname',
  'port',
  'username',
  'startTls',
  'allowInsecureAuth',
  'timeoutSeconds',
  'mimeAddressStrict',
  'attachmentAsUrlEnabled',
  'maxAttachmentBytes',
  'attachmentFilenameEncoding',
  'ehloName',
  'defaultFrom',
  'faxAddressTemplate',
  'maxConnections',
  'messagesPerMinute',
] as const satisfies readonly (keyof SmtpServerSettings)[];

/**
 * Where a password goes, and how well it is guarded on the way. A password belongs to the destination that it was entered for: a change
 * of any of these erases it, else whoever may edit a server could have it sent to a host of their own.
 */
export type Destination = Pick<
  SmtpServerSettings,
  'hostname' | 'port' | 'protocol' | 'startTls' | 'allowInsecureAuth' | 'username'
>;

export function sameDestination(a: Destination, b: Destination): boolean {
  return destinationKey(a) === destinationKey(b);
}

/** One string for one destination; a stored password is sealed to it. */
export function destinationKey(of: Destination): string {
  return JSON.stringify([of.hostname, of.port, of.protocol, of.startTls, of.allowInsecureAuth, of.username]);
}

/** Does a change make the connection, or the password on it, less safe than it was? */
export function weakens(before: TlsSettings, after: TlsSettings): boolean {
  return tlsStrength(after) < tlsStrength(before) || (after.allowInsecureAuth && !before.allowInsecureAuth);
}

type TlsSettings = Pick<SmtpServerSettings, 'protocol' | 'startTls' | 'allowInsecureAuth'>;

/** 2 = never in clear, 1 = encrypted where the server offers it, 0 = in clear. */
function tlsStrength({ protocol, startTls }: TlsSettings): number {
  if (protocol === Protocol.SMTPS || startTls === StartTls.ENABLED_AND_REQUIRED) return 2;
  return startTls === StartTls.ENABLED ? 1 : 0;
}

/** What the engine needs of the settings, with the password that belongs to them. */
export function connectionSettings(of: SmtpServerSettings, password: string | null): SmtpSettings {
  const { hostname, port, protocol, startTls, allowInsecureAuth, timeoutSeconds, ehloName, username } = of;
  return {
    hostname,
    port,
    protocol,
    startTls,
    allowInsecureAuth,
    timeoutSeconds,
    ehloName,
    username,
    password,
  };
}

/** RFC 5321 section 4.5.4.2 and RFC 8314 section 7.3: the port where none is given. */
export function defaultPort(protocol: Protocol): number {
  return protocol === Protocol.SMTPS ? 465 : 25;
}

/** Two names are one where they differ only in case or in Unicode form; this is what the database keeps unique and sorts by. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** The default server is what a sender gets who names none: it must be able to send mail. */
export function canBeDefault(server: Pick<SmtpServer, 'kind' | 'isEnabled'>): boolean {
  return server.kind === ServerKind.SMTP && server.isEnabled;
}
