/** SMTPS is TLS from the first byte (RFC 8314); SMTP is RFC 5321, encrypted as StartTls says. */
export const Protocol = { SMTP: 'SMTP', SMTPS: 'SMTPS' } as const;
export type Protocol = (typeof Protocol)[keyof typeof Protocol];

/** What to do about the STARTTLS command (RFC 3207). Without effect where the protocol is SMTPS. */
export const StartTls = {
  DISABLED: 'DISABLED',
  ENABLED: 'ENABLED',
  ENABLED_AND_REQUIRED: 'ENABLED_AND_REQUIRED',
} as const;
export type StartTls = (typeof StartTls)[keyof typeof StartTls];

/** One way out, as the engine needs to know it. */
export interface SmtpSettings {
  hostname: string;
  port: number;
  protocol: Protocol;
  startTls: StartTls;
  /** May the password travel in clear, or to a server whose certificate does not verify. */
  allowInsecureAuth: boolean;
  /** To connect, and for each whole reply. */
  timeoutSeconds: number;
  /** null = the host's full name, else an address literal (RFC 5321 section 4.1.4). */
  ehloName: string | null;
  /** null = no AUTH. */
  username: string | null;
  password: string | null;
}
