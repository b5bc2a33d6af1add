import type { Logger } from 'pino';
import {
  ObjectDamagedError,
  ObjectMissingError,
  StorageFullError,
  StorageUnavailableError,
} from '../storage/index.ts';

/** What a client is told of a storage that cannot keep or give a file. */
export interface StorageFailure {
  /** RFC 4918 section 11.5 for the one that is full. */
  status: 503 | 507;
  message: string;
}

/** null = the error is another one. The operator is told what only they can mend. */
export function storageFailure(error: unknown, log: Logger): StorageFailure | null {
  if (error instanceof StorageFullError) {
    log.error({ event: 'storage.full', err: error.cause }, 'there is no room for files');
    const message =
      'There is no room for the file. Nothing was kept; try again when the administrator has made some.';
    return { status: 507, message };
  }
  if (error instanceof StorageUnavailableError) {
    log.error({ event: 'storage.unavailable', err: error.cause }, 'the storage for files does not answer');
    const message = 'The storage for files does not answer at the moment: try again in a few minutes.';
    return { status: 503, message };
  }
  if (error instanceof ObjectMissingError || error instanceof ObjectDamagedError) {
    log.error({ event: 'storage.unreadable', err: error }, 'a stored file is missing or damaged');
    const message = 'A stored file cannot be read: upload it again, and attach that one.';
    return { status: 503, message };
  }
  return null;
}
