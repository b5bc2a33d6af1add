import { DEFAULT_SETTINGS, type SmtpServer } from '../src/features/smtp-servers/smtp-server.ts';

/** A server as it is read from its row. */
export function anSmtpServer(overrides: Partial<SmtpServer> = {}): SmtpServer {
  return {
    ...DEFAULT_SETTINGS,
    id: '0199c5e8-0000-7000-8000-000000000002',
    name: 'Office',
    kind: 'SMTP',
    hostname: 'smtp.example.org',
    port: 25,
    isDefault: false,
    hasPassword: false,
    passwordChangedAt: null,
    passwordChangedBy: null,
    revision: 1,
    createdAt: new Date('2026-03-01T12:00:00Z'),
    updatedAt: new Date('2026-03-01T12:00:00Z'),
    ...overrides,
  };
}
