import type { CreateApiTokenInput, TokenScope } from '../../generated/graphql.ts';
import type { ChosenServer } from '../../ui/chosen-server.ts';
import { type TokenExpiry, expiresAt } from './token-expiry.ts';

/** A new token as the form holds it. */
export interface ApiTokenDraft {
  name: string;
  scopes: TokenScope[];
  /** null = every one. */
  servers: ChosenServer[] | null;
  /** As typed; null = any. */
  senders: string | null;
  expiry: TokenExpiry;
  /** For an expiry of DATE. */
  lastDay: string;
}

export function newApiToken(): ApiTokenDraft {
  return { name: '', scopes: [], servers: null, senders: null, expiry: 'DAYS_90', lastDay: '' };
}

/** One a line, or with commas or spaces between them. */
export function sendersOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((sender) => sender !== '');
}

/** null = a day is still to be chosen: whether a token ends is never left open. */
export function createInput(draft: ApiTokenDraft, now: Date): CreateApiTokenInput | null {
  const end = expiresAt(draft.expiry, draft.lastDay, now);
  if (end === undefined) return null;
  return {
    name: draft.name,
    scopes: draft.scopes,
    serverIds: draft.servers?.map(({ id }) => id) ?? null,
    allowedFrom: draft.senders === null ? null : sendersOf(draft.senders),
    expiresAt: end,
  };
}
