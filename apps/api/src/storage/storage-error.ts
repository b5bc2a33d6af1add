/** The object's row says that it is there, and it is not: deleted by hand, or lost with a disk. */
export class ObjectMissingError extends Error {
  override name = 'ObjectMissingError';

  constructor(key: string) {
    super(`The stored file ${key} is missing.`);
  }
}

/** The object is not what was put: changed by hand, cut off, or a disk that forgets. */
export class ObjectDamagedError extends Error {
  override name = 'ObjectDamagedError';

  constructor(key: string) {
    super(`The stored file ${key} is damaged: it is not what was put there.`);
  }
}

/** Nothing more can be kept until somebody makes room. What was kept is unharmed. */
export class StorageFullError extends Error {
  override name = 'StorageFullError';

  constructor(options: ErrorOptions) {
    super('The storage for files is full.', options);
  }
}

/** It does not answer, or does not let us in: the same call may succeed later. `cause` says why. */
export class StorageUnavailableError extends Error {
  override name = 'StorageUnavailableError';

  constructor(options: ErrorOptions) {
    super('The storage for files does not answer.', options);
  }
}
