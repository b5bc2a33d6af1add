import { callerIsNoPerson, callerIsUnknown, callerMayNot } from './access-error.ts';
import type { Permission } from './permission.ts';
import type { Caller, RequestContext } from './request-context.ts';
import { Rule } from './rule.ts';
import { Role } from './user.ts';

/** The caller, who has the permission. Throws, so that a client can tell "sign in" from "not for you". */
export function requirePermission({ caller }: RequestContext, permission: Permission): Caller {
  if (caller === null) throw callerIsUnknown();
  if (!caller.permissions.has(permission)) throw callerMayNot(caller);
  return caller;
}

/** The rule behind every @Authorized(rule). An arrow, because type-graphql takes whatever has a prototype for a class. */
export const checkRule = ({ context }: { context: RequestContext }, rules: readonly Rule[]): boolean => {
  for (const rule of rules) obey(context, rule);
  return true;
};

function obey(context: RequestContext, rule: Rule): void {
  if (rule === Rule.ANYBODY) return;
  const { caller } = context;
  if (caller === null) throw callerIsUnknown();
  if (rule === Rule.PERSON) {
    if (caller.user === null) throw callerIsNoPerson();
    return;
  }
  // What is to be done first is done to one's own account, by the rule above.
  if (caller.mustFirst !== null) throw callerMayNot(caller);
  switch (rule) {
    case Rule.CALLER:
      return;
    case Rule.ADMINISTRATOR:
      if (caller.user === null) throw callerIsNoPerson();
      if (caller.user.role !== Role.ADMIN) throw callerMayNot(caller);
      return;
    default:
      requirePermission(context, rule);
  }
}
