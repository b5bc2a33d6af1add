import { Permission } from './permission.ts';

/** Who may call an operation: each one names its rule with @Authorized, the open ones too, and the schema is not built without. */
export const Rule = {
  ...Permission,
  /** Open to everybody: how a caller becomes known. */
  ANYBODY: 'ANYBODY',
  /** Whoever is signed in, and every token. */
  CALLER: 'CALLER',
  /** Whoever is signed in; no token. */
  PERSON: 'PERSON',
  /** Whoever is signed in as ADMIN; no token. */
  ADMINISTRATOR: 'ADMINISTRATOR',
} as const;
export type Rule = (typeof Rule)[keyof typeof Rule];
