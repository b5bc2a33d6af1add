import type { StoredRecipient } from '../emails/index.ts';

/** An email in the hands of a worker. */
export interface ClaimedEmail {
  id: string;
  fence: number;
  sender: string;
  recipients: StoredRecipient[];
  sizeBytes: number;
  needsSmtpUtf8: boolean;
  deferralCount: number;
  crashCount: number;
  /** It finds out whether the settings of its server, whose mail is held, work again. */
  isProbe: boolean;
  /** Of its lifetime, by the clock of the database. */
  secondsLeft: number;
  content: Buffer | null;
  /** null = the message is in its row. */
  storedFile: { id: string; sha256: Buffer } | null;
}
