import { callerIsUnknown, callerMayNot } from './access-error.ts';
import { roleAllows, type Permission } from './permission.ts';
import type { RequestContext } from './request-context.ts';

/**
 * The rule behind every @Authorized(permission). Throws, so that a client can tell "sign in" from "not for you".
 * An arrow, because type-graphql takes whatever has a prototype for a class.
 */
export const checkPermission = (
  { context: { caller } }: { context: RequestContext },
  permissions: readonly Permission[],
): boolean => {
  if (caller === null) throw callerIsUnknown();
  if (!permissions.every((permission) => roleAllows(caller.user.role, permission))) throw callerMayNot();
  return true;
};
