import type { SmtpServer, SmtpServerSettings } from './smtp-server.ts';

/** A field that was left out takes its default. */
export type AddSmtpServer = Pick<SmtpServer, 'name' | 'hostname' | 'kind'> &
  Omit<SmtpServerSettings, OptionalSetting | 'name' | 'hostname'> & {
    [Setting in OptionalSetting]?: SmtpServerSettings[Setting] | null;
  } & { password?: string | null };

type OptionalSetting =
  | 'port'
  | 'username'
  | 'maxAttachmentBytes'
  | 'ehloName'
  | 'defaultFrom'
  | 'faxAddressTemplate'
  | 'messagesPerMinute';

/** Some of the settings; null = none. */
export type SettingsRequest = { [Setting in keyof SmtpServerSettings]?: SmtpServerSettings[Setting] | null };

/** A field that was left out stays as it is. */
export type UpdateSmtpServer = SettingsRequest & {
  id: string;
  revision?: number | null;
  password?: string | null;
};

/** Settings that are not saved, for a test: laid over a saved server, or alone over the defaults. */
export interface SmtpServerDraft extends Pick<
  SettingsRequest,
  | 'protocol'
  | 'hostname'
  | 'port'
  | 'username'
  | 'startTls'
  | 'allowInsecureAuth'
  | 'timeoutSeconds'
  | 'mimeAddressStrict'
  | 'ehloName'
  | 'faxAddressTemplate'
> {
  kind?: SmtpServer['kind'] | null;
  password?: string | null;
}

export interface ChangePassword {
  serverId: string;
  revision?: number | null;
  /** null = remove; absent = refused, so that a client's slip removes nothing. */
  password?: string | null;
  repeatPassword?: string | null;
}

/** Exactly one of the two. */
export interface SmtpServerRef {
  id?: string | null;
  name?: string | null;
}

export interface ListSmtpServers {
  first: number;
  after?: string | null;
  search?: string | null;
  kind?: SmtpServer['kind'] | null;
  isEnabled?: boolean | null;
}

export interface EditConflict {
  refusal: 'EditConflict';
  code: 'EDIT_CONFLICT';
  message: string;
  currentRevision: number;
  current: SmtpServer;
}

export interface ServerInUse {
  refusal: 'ServerInUse';
  code: 'SERVER_IN_USE';
  message: string;
  waitingEmails: number;
  isDefault: boolean;
}
