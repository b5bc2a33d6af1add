/** What keeps the service from doing all that it is there for. */
export interface ServiceStatus {
  /** Secrets cannot be read or stored, and no mail is sent. */
  isLocked: boolean;
  /** null = all is well. */
  message: string | null;
  missingKeys: MissingKey[];
}

export interface MissingKey {
  keyId: string;
  secrets: number;
}
