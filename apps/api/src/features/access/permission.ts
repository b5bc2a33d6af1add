import { Role } from './user.ts';

/** What an operation of the API needs. The same words are the scopes that a token can be given. */
export const Permission = {
  SERVERS_READ: 'SERVERS_READ',
  SERVERS_WRITE: 'SERVERS_WRITE',
  SERVERS_TEST: 'SERVERS_TEST',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

const OF_ROLE: Record<Role, readonly Permission[]> = {
  [Role.ADMIN]: Object.values(Permission),
  [Role.OPERATOR]: [Permission.SERVERS_READ, Permission.SERVERS_TEST],
  [Role.VIEWER]: [Permission.SERVERS_READ],
};

export function roleAllows(role: Role, permission: Permission): boolean {
  return OF_ROLE[role].includes(permission);
}
