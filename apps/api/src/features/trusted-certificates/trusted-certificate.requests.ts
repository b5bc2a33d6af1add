export interface AddTrustedCertificates {
  name: string;
  pem: string;
  /** Absent or null = every server. */
  serverIds?: string[] | null;
}
