import type {
  AddSmtpServerInput,
  FilenameEncoding,
  ServerKind,
  SmtpServerDraftInput,
  SmtpServerSettingsFragment,
  UpdateSmtpServerInput,
} from '../../generated/graphql.ts';
import { type Encryption, encryptionOf, encryptionSettings, usualPort } from '../../smtp/encryption.ts';
import type { ConnectionSettings } from '../../smtp/suggested-fix.ts';

/** The settings as a form holds them: texts are never null, and the encryption is one choice. */
export interface SmtpServerDraft {
  kind: ServerKind;
  name: string;
  hostname: string;
  port: number | null;
  encryption: Encryption;
  /** null = the server is used without signing in; "" = the name is still to be typed. */
  username: string | null;
  allowInsecureAuth: boolean;
  faxAddressTemplate: string;
  defaultFrom: string;
  attachmentAsUrlEnabled: boolean;
  maxAttachmentBytes: number | null;
  attachmentFilenameEncoding: FilenameEncoding;
  ehloName: string;
  timeoutSeconds: number | null;
  maxConnections: number | null;
  messagesPerMinute: number | null;
  mimeAddressStrict: boolean;
}

export type SmtpServerField = keyof SmtpServerDraft;

/** The place a password belongs to: where one of these changes, the API erases the stored one. */
const destinationFields: readonly SmtpServerField[] = [
  'hostname',
  'port',
  'encryption',
  'allowInsecureAuth',
  'username',
];

/** Fields that the form folds away. */
export const advancedFields: readonly SmtpServerField[] = [
  'ehloName',
  'timeoutSeconds',
  'maxConnections',
  'messagesPerMinute',
  'mimeAddressStrict',
  'attachmentFilenameEncoding',
];

/** What a new server starts with: the API's defaults, but encryption is demanded. */
export function newDraft(): SmtpServerDraft {
  return {
    kind: 'SMTP',
    name: '',
    hostname: '',
    port: usualPort('STARTTLS_REQUIRED'),
    encryption: 'STARTTLS_REQUIRED',
    username: '',
    allowInsecureAuth: false,
    faxAddressTemplate: '',
    defaultFrom: '',
    attachmentAsUrlEnabled: false,
    maxAttachmentBytes: null,
    attachmentFilenameEncoding: 'BOTH',
    ehloName: '',
    timeoutSeconds: 30,
    maxConnections: 5,
    messagesPerMinute: null,
    mimeAddressStrict: true,
  };
}

export function draftOf(server: SmtpServerSettingsFragment): SmtpServerDraft {
  return {
    kind: server.kind,
    name: server.name,
    hostname: server.hostname,
    port: server.port,
    encryption: encryptionOf(server),
    username: server.username,
    allowInsecureAuth: server.allowInsecureAuth,
    faxAddressTemplate: server.faxAddressTemplate ?? '',
    defaultFrom: server.defaultFrom ?? '',
    attachmentAsUrlEnabled: server.attachmentAsUrlEnabled,
    maxAttachmentBytes: server.maxAttachmentBytes,
    attachmentFilenameEncoding: server.attachmentFilenameEncoding,
    ehloName: server.ehloName ?? '',
    timeoutSeconds: server.timeoutSeconds,
    maxConnections: server.maxConnections,
    messagesPerMinute: server.messagesPerMinute,
    mimeAddressStrict: server.mimeAddressStrict,
  };
}

export function changedFields(saved: SmtpServerDraft, draft: SmtpServerDraft): SmtpServerField[] {
  // Object.keys is typed as string[]; the keys of a draft are its fields.
  return (Object.keys(draft) as SmtpServerField[]).filter((field) => draft[field] !== saved[field]);
}

export function isDestinationChanged(saved: SmtpServerDraft, draft: SmtpServerDraft): boolean {
  return changedFields(saved, draft).some((field) => destinationFields.includes(field));
}

/** What a suggested fix is laid over. */
export function connectionOf({ encryption, port }: SmtpServerDraft): ConnectionSettings {
  return { startTls: 'ENABLED_AND_REQUIRED', protocol: 'SMTP', ...encryptionSettings(encryption), port };
}

/** Absent values take the API's default; `password` is sent only for a server that signs in. */
export function addInput(draft: SmtpServerDraft, password: string): AddSmtpServerInput {
  const { encryption, timeoutSeconds, maxConnections, faxAddressTemplate, username, ...rest } = draft;
  return {
    ...rest,
    ...encryptionSettings(encryption),
    ...(timeoutSeconds !== null && { timeoutSeconds }),
    ...(maxConnections !== null && { maxConnections }),
    ...(draft.kind === 'FAX' && { faxAddressTemplate }),
    username: username || null,
    defaultFrom: draft.defaultFrom || null,
    ehloName: draft.ehloName || null,
    ...(username && password && { password }),
  };
}

/** For a test: what decides how it goes. An absent password is the stored one, where the API may use it. */
export function draftInput(draft: SmtpServerDraft, password: string): SmtpServerDraftInput {
  const { kind, hostname, port, encryption, username, allowInsecureAuth, mimeAddressStrict } = draft;
  return {
    ...{ kind, hostname, port, allowInsecureAuth, mimeAddressStrict },
    ...encryptionSettings(encryption),
    ...(draft.timeoutSeconds !== null && { timeoutSeconds: draft.timeoutSeconds }),
    ...(kind === 'FAX' && { faxAddressTemplate: draft.faxAddressTemplate }),
    username: username || null,
    ehloName: draft.ehloName || null,
    ...(username && password && { password }),
  };
}

/** Only what was changed, so that two people who change different settings do not undo each other. */
export function updateInput(
  saved: SmtpServerSettingsFragment,
  draft: SmtpServerDraft,
  password: string,
): UpdateSmtpServerInput {
  const before = draftOf(saved);
  const changed = changedFields(before, draft).filter((field) => field !== 'kind');
  const values = changed.map((field) =>
    field === 'encryption'
      ? encryptionSettings(draft.encryption)
      : { [field]: draft[field] === '' ? emptyValue(field) : draft[field] },
  );
  return Object.assign(
    { id: saved.id, revision: saved.revision },
    ...values,
    isDestinationChanged(before, draft) && draft.username && password ? { password } : {},
  ) as UpdateSmtpServerInput;
}

// A name or host that was emptied is sent as it is, so that the API says what is wrong with it.
function emptyValue(field: SmtpServerField): '' | null {
  return field === 'name' || field === 'hostname' || field === 'faxAddressTemplate' ? '' : null;
}
