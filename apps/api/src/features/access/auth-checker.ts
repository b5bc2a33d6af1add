import { callerIsUnknown, callerMayNot } from './access-error.ts';
import { roleAllows, type Permission } from './permission.ts';
import type { RequestContext } from './request-context.ts';

/** The rule behind every @Authorized(permission). Throws, so that a client can tell "sign in" from "not for you". */
export function checkPermission(
  { context: { caller } }: { context: RequestContext },
  permissions: readonly Permission[],
): boolean {
  if (caller === null) throw callerIsUnknown();
  if (!permissions.every((permission) => roleAllows(caller.user.role, permission))) throw callerMayNot();
  return true;
}
