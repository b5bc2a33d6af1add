import type { Protocol, StartTls } from '../generated/graphql.ts';

/** Protocol and StartTLS as the one choice that they are for a person. */
export const Encryption = {
  SMTPS: 'SMTPS',
  STARTTLS_REQUIRED: 'STARTTLS_REQUIRED',
  STARTTLS_IF_OFFERED: 'STARTTLS_IF_OFFERED',
  NONE: 'NONE',
} as const;
export type Encryption = keyof typeof Encryption;

export interface EncryptionSettings {
  protocol: Protocol;
  startTls: StartTls;
}

const byStartTls: Record<StartTls, Encryption> = {
  ENABLED_AND_REQUIRED: 'STARTTLS_REQUIRED',
  ENABLED: 'STARTTLS_IF_OFFERED',
  DISABLED: 'NONE',
};

const settings: Record<Encryption, Partial<EncryptionSettings>> = {
  // StartTLS has no effect with SMTPS: what is stored of it stays.
  SMTPS: { protocol: 'SMTPS' },
  STARTTLS_REQUIRED: { protocol: 'SMTP', startTls: 'ENABLED_AND_REQUIRED' },
  STARTTLS_IF_OFFERED: { protocol: 'SMTP', startTls: 'ENABLED' },
  NONE: { protocol: 'SMTP', startTls: 'DISABLED' },
};

// RFC 8314 section 7.3 (465), RFC 6409 section 3.1 (587), RFC 5321 section 4.5.4.2 (25)
const ports: Record<Encryption, number> = {
  SMTPS: 465,
  STARTTLS_REQUIRED: 587,
  STARTTLS_IF_OFFERED: 25,
  NONE: 25,
};

export function encryptionOf({ protocol, startTls }: EncryptionSettings): Encryption {
  return protocol === 'SMTPS' ? 'SMTPS' : byStartTls[startTls];
}

export function encryptionSettings(encryption: Encryption): Partial<EncryptionSettings> {
  return settings[encryption];
}

/** The choice that a protocol leaves: the one made, where it fits, or else the safe one. */
export function encryptionFor(protocol: Protocol | null, chosen: Encryption): Encryption {
  if (protocol === 'SMTPS') return 'SMTPS';
  return protocol === 'SMTP' && chosen === 'SMTPS' ? 'STARTTLS_REQUIRED' : chosen;
}

export function usualPort(encryption: Encryption): number {
  return ports[encryption];
}
