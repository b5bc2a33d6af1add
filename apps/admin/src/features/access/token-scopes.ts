import type { TokenScope } from '../../generated/graphql.ts';

/** What a token may be allowed, by subject and from little to much. */
export const scopeGroups = [
  { name: 'emails', scopes: ['EMAILS_SEND', 'EMAILS_READ', 'EMAILS_MANAGE'] },
  { name: 'servers', scopes: ['SERVERS_READ', 'SERVERS_TEST', 'SERVERS_WRITE'] },
  { name: 'audit', scopes: ['AUDIT_READ'] },
] as const satisfies readonly { name: string; scopes: readonly TokenScope[] }[];

const order: readonly TokenScope[] = scopeGroups.flatMap(({ scopes }) => [...scopes]);

export function inOrder(scopes: readonly TokenScope[]): TokenScope[] {
  return [...scopes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
