import type { AuthCheckerFn } from 'type-graphql';
import { callerIsUnknown, callerMayNot } from './access-error.ts';
import { roleAllows, type Permission } from './permission.ts';
import type { RequestContext } from './request-context.ts';

/** The rule behind every @Authorized(permission). Throws, so that a client can tell "sign in" from "not for you". */
export const checkPermission: AuthCheckerFn<RequestContext, Permission> = ({ context }, permissions) => {
  const { caller } = context;
  if (caller === null) throw callerIsUnknown();
  if (!permissions.every((permission) => roleAllows(caller.user.role, permission))) throw callerMayNot();
  return true;
};
