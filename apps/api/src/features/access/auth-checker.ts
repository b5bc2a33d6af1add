import { callerIsUnknown, callerMayNot } from './access-error.ts';
import type { Permission } from './permission.ts';
import type { Caller, RequestContext } from './request-context.ts';

/** The caller, who has the permission. Throws, so that a client can tell "sign in" from "not for you". */
export function requirePermission({ caller }: RequestContext, permission: Permission): Caller {
  if (caller === null) throw callerIsUnknown();
  if (!caller.permissions.has(permission)) throw callerMayNot();
  return caller;
}

/** The rule behind every @Authorized(permission). An arrow, because type-graphql takes whatever has a prototype for a class. */
export const checkPermission = (
  { context }: { context: RequestContext },
  permissions: readonly Permission[],
): boolean => {
  for (const permission of permissions) requirePermission(context, permission);
  return true;
};
