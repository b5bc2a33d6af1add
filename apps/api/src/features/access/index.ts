export { forbidden } from './access-error.ts';
export { AccessResolver } from './access.resolver.ts';
export { AccessService } from './access.service.ts';
export { checkPermission, requirePermission } from './auth-checker.ts';
export { maySendFrom, mayUseServer } from './caller-limits.ts';
export { Permission } from './permission.ts';
export { callerOf, signedInCaller, type Caller, type RequestContext } from './request-context.ts';
export { Sessions } from './sessions.service.ts';
export { userProblems } from './user.ts';
