import { callerIsUnknown } from './access-error.ts';
import type { ApiToken } from './api-token.ts';
import type { AccountTask } from './account-task.ts';
import { ofRole, type Permission } from './permission.ts';
import type { Client, Session } from './session.ts';
import type { User } from './user.ts';

/** Who calls: a signed-in user or a script with a token, what they may do, and the network address the call came from. */
export interface Caller {
  /** Of the user or of the token; what a caller owns (idempotency keys, uploads, tests under way) is kept under it. */
  id: string;
  /** null = a script with a token. */
  user: User | null;
  /** How the audit log and `by` fields name the caller. No token's name has an @ in it, every user's does. */
  name: string;
  from: string | null;
  permissions: ReadonlySet<Permission>;
  /** The only servers that the caller may use or see; null = every server. */
  serverIds: ReadonlySet<string> | null;
  /** The only senders, as addresses or @domains; null = any. */
  allowedFrom: readonly string[] | null;
  /** What the person has to do first; until then nothing else is allowed. null = nothing. */
  mustFirst: AccountTask | null;
  /** Of a user who came with one. */
  session?: Pick<Session, 'id' | 'authenticatedAt'>;
}

/** A person in a session: what their role allows, anywhere, unless there is something to be done first. */
export function signedInCaller(
  user: User,
  { from, session, mustFirst = null }: Pick<Caller, 'from'> & Partial<Pick<Caller, 'session' | 'mustFirst'>>,
): Caller {
  return {
    id: user.id,
    user,
    name: user.email,
    from,
    permissions: mustFirst === null ? ofRole(user.role) : new Set(),
    serverIds: null,
    allowedFrom: null,
    mustFirst,
    ...(session && { session }),
  };
}

/** What a resolver gets of the request that it answers. */
export interface RequestContext {
  caller: Caller | null;
  /** The token that the request came with. */
  apiToken: ApiToken | null;
  client: Client;
  /** Sends the session cookie along with the answer; null clears it. */
  setSessionToken: (token: string | null) => void;
  /** Before each resolver: throws when the request has spent what it may. */
  spend: () => void;
  /** One instance for each request, for what batches the reads of one answer. */
  perRequest: Map<object, unknown>;
}

/** For resolvers behind @Authorized, where there is a caller. */
export function callerOf(context: RequestContext): Caller {
  if (context.caller === null) throw callerIsUnknown();
  return context.caller;
}

/** The user of a caller who is a person. */
export function personOf(caller: Caller): User {
  if (caller.user === null) throw callerIsUnknown();
  return caller.user;
}
