/** Why there is no database, for the person who starts Postroom. */
export const DatabaseProblemCode = {
  NO_BINARIES: 'NO_BINARIES',
  DIRECTORY_UNUSABLE: 'DIRECTORY_UNUSABLE',
  NO_ACCOUNT: 'NO_ACCOUNT',
  WRONG_OWNER: 'WRONG_OWNER',
  WRONG_VERSION: 'WRONG_VERSION',
  INITDB_FAILED: 'INITDB_FAILED',
  NOT_READY: 'NOT_READY',
  IN_USE: 'IN_USE',
  UNREACHABLE: 'UNREACHABLE',
} as const;
export type DatabaseProblemCode = (typeof DatabaseProblemCode)[keyof typeof DatabaseProblemCode];

/** `message` is a plain English sentence that says what to do; never a credential. */
export interface DatabaseProblem {
  readonly code: DatabaseProblemCode;
  readonly message: string;
}
