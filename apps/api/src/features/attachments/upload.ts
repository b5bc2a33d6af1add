import type { StoredFile } from './stored-file.ts';

/** A file that a caller has put here to attach it, to one email or to many, until the upload expires. */
export interface Upload {
  id: string;
  file: StoredFile;
  /** Enough to tell a type by. */
  firstBytes: Buffer;
}

/** What the caller gets back: enough to attach the file, and to see that it arrived whole. */
export interface UploadReceipt {
  uploadId: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
}

const DAY = 24 * 60 * 60 * 1000;

export function uploadExpiry(uploadedAt: Date): Date {
  return new Date(uploadedAt.getTime() + DAY);
}
