import type { Permission } from './permission.ts';

/** What a script calls with. Its secret is no field of it: only a hash is stored. */
export interface ApiToken {
  id: string;
  name: string;
  /** The first characters of the secret, to tell tokens apart by. */
  prefix: string;
  scopes: Permission[];
  /** null = every server; empty = none is left, or none of those that are named here is. */
  serverIds: string[] | null;
  /** Addresses and @domains; null = any sender. */
  allowedFrom: string[] | null;
  expiresAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
  createdAt: Date;
}
