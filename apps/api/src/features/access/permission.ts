import { Role } from './user.ts';

/** What an operation of the API needs. The same words are the scopes that a token can be given. */
export const Permission = {
  SERVERS_READ: 'SERVERS_READ',
  SERVERS_WRITE: 'SERVERS_WRITE',
  SERVERS_TEST: 'SERVERS_TEST',
  EMAILS_READ: 'EMAILS_READ',
  EMAILS_SEND: 'EMAILS_SEND',
  EMAILS_MANAGE: 'EMAILS_MANAGE',
  AUDIT_READ: 'AUDIT_READ',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

const { SERVERS_READ, SERVERS_TEST, EMAILS_READ, EMAILS_SEND, EMAILS_MANAGE } = Permission;

/** OPERATOR: tests, sends, retries and cancels; changes no settings. */
const OF_ROLE: Record<Role, ReadonlySet<Permission>> = {
  [Role.ADMIN]: new Set(Object.values(Permission)),
  [Role.OPERATOR]: new Set([SERVERS_READ, SERVERS_TEST, EMAILS_READ, EMAILS_SEND, EMAILS_MANAGE]),
  [Role.VIEWER]: new Set([SERVERS_READ, EMAILS_READ]),
};

export function ofRole(role: Role): ReadonlySet<Permission> {
  return OF_ROLE[role];
}
