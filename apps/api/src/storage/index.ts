export { openStorage } from './open-storage.ts';
export type {
  ListedObject,
  ObjectContent,
  ObjectStorage,
  OctetRange,
  StoredObject,
} from './object-storage.ts';
export type { S3Settings } from './s3-storage.ts';
export {
  ObjectDamagedError,
  ObjectMissingError,
  StorageFullError,
  StorageUnavailableError,
} from './storage-error.ts';
export { verified } from './verified.ts';
