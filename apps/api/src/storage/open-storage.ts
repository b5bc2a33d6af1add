import { join } from 'node:path';
import { FileStorage } from './file-storage.ts';
import type { ObjectStorage } from './object-storage.ts';
import type { S3Settings } from './s3-storage.ts';
import { StorageUnavailableError } from './storage-error.ts';

/**
 * The storage that the configuration names, or the sentence why it cannot be used. The S3 client is loaded only where it is needed: it is
 * larger than all the rest of the service.
 */
export async function openStorage(
  s3: S3Settings | null,
  dataDir: string,
): Promise<ObjectStorage | { problem: string }> {
  if (s3 === null) return new FileStorage(join(dataDir, 'attachments'));
  const { S3Storage } = await import('./s3-storage.ts');
  const storage = new S3Storage(s3);
  try {
    await storage.check();
    return storage;
  } catch (error) {
    storage.close();
    if (!(error instanceof StorageUnavailableError)) throw error;
    return { problem: problemOf(s3, error.cause) };
  }
}

function problemOf({ endpoint, bucket }: S3Settings, cause: unknown): string {
  const place = endpoint ?? 'Amazon S3';
  const status = (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  if (status === 403)
    return `${place} refuses access to the bucket ${bucket}: check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and what they may do.`;
  if (status === 404) return `There is no bucket ${bucket} at ${place}: make it, or correct S3_BUCKET.`;
  if (status === 301 || status === 400)
    return `The bucket ${bucket} is in another region: correct S3_REGION.`;
  const said = cause instanceof Error ? cause.message || cause.name : 'no answer';
  return `${place} cannot be used for files (${said}): check S3_ENDPOINT.`;
}
