import { expect, it } from 'vitest';
import { mayAs } from './may.ts';

it.each([
  ['ADMIN', 'SERVERS_WRITE', true],
  ['ADMIN', 'ACCESS_MANAGE', true],
  ['OPERATOR', 'SERVERS_TEST', true],
  ['OPERATOR', 'EMAILS_MANAGE', true],
  ['OPERATOR', 'SERVERS_WRITE', false],
  ['OPERATOR', 'AUDIT_READ', false],
  ['VIEWER', 'SERVERS_READ', true],
  ['VIEWER', 'SERVERS_TEST', false],
  ['VIEWER', 'EMAILS_MANAGE', false],
  ['VIEWER', 'ACCESS_MANAGE', false],
] as const)('as %s: %s is %s', (role, permission, isAllowed) => {
  expect(mayAs(role, permission)).toBe(isAllowed);
});
