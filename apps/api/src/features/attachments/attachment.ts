/** A file of an email, as the outbox shows it. */
export interface EmailAttachment {
  id: string;
  filename: string;
  contentType: string;
  sizeBytes: number;
  /** It did not travel with the email: the email has a link to it, which stands nowhere else. */
  isLink: boolean;
  /** Of the link; null = it travelled with the email. */
  expiresAt: Date | null;
  revokedAt: Date | null;
  downloads: number;
}

/** What is kept of a file when its email is accepted. */
export interface NewAttachment {
  filename: string;
  contentType: string;
  sizeBytes: number;
  contentId: string | null;
  link: NewLink | null;
}

export interface NewLink {
  /** The token itself is in the email alone. */
  tokenHash: Buffer;
  storedFileId: string;
  expiresAt: Date;
}

const DAY = 24 * 60 * 60 * 1000;

/** The end of the day `days` days later, in UTC: the email names a day, and on that day the link still works. */
export function linkExpiry(acceptedAt: Date, days: number): Date {
  return new Date((Math.floor(acceptedAt.getTime() / DAY) + days + 1) * DAY);
}
