import type { SmtpServerSettingsFragment } from '../../generated/graphql.ts';

/** A saved server for tests, with one meaningful override. */
export function anSmtpServer(override: Partial<SmtpServerSettingsFragment> = {}): SmtpServerSettingsFragment {
  return {
    id: '7',
    name: 'Main relay',
    kind: 'SMTP',
    isDefault: true,
    isEnabled: true,
    protocol: 'SMTP',
    hostname: 'smtp.example.org',
    port: 587,
    username: 'postroom',
    hasPassword: true,
    passwordChangedAt: '2026-11-03T09:12:00Z',
    passwordChangedBy: 'alice@example.org',
    startTls: 'ENABLED_AND_REQUIRED',
    allowInsecureAuth: false,
    timeoutSeconds: 30,
    mimeAddressStrict: true,
    attachmentAsUrlEnabled: false,
    maxAttachmentBytes: null,
    attachmentFilenameEncoding: 'BOTH',
    ehloName: null,
    defaultFrom: null,
    faxAddressTemplate: null,
    maxConnections: 5,
    messagesPerMinute: null,
    revision: 4,
    ...override,
  };
}
