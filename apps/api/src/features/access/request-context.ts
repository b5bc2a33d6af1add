import type { User } from './user.ts';
import { callerIsUnknown } from './access-error.ts';

/** Who calls: a signed-in user, and the network address the call came from. */
export interface Caller {
  user: User;
  /** How the audit log and `by` fields name the caller. */
  name: string;
  from: string | null;
}

/** What a resolver gets of the request that it answers. */
export interface RequestContext {
  caller: Caller | null;
  /** Network address of the client; null where it is gone already. */
  clientAddress: string | null;
  /** The token of the session cookie that came with the request. */
  sessionToken: string | null;
  /** Sends the session cookie along with the answer; null clears it. */
  setSessionToken: (token: string | null) => void;
  /** One instance for each request, for what batches the reads of one answer. */
  perRequest: Map<object, unknown>;
}

/** For resolvers behind @Authorized, where there is a caller. */
export function callerOf(context: RequestContext): Caller {
  if (context.caller === null) throw callerIsUnknown();
  return context.caller;
}
