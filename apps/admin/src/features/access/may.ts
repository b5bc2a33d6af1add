import { computed } from 'vue';
import type { Role } from '../../generated/graphql.ts';
import { useSession } from './session.ts';

/** What an act needs, in the words of the API. Users and tokens are for administrators alone. */
export type Permission =
  | 'SERVERS_READ'
  | 'SERVERS_WRITE'
  | 'SERVERS_TEST'
  | 'EMAILS_READ'
  | 'EMAILS_SEND'
  | 'EMAILS_MANAGE'
  | 'AUDIT_READ'
  | 'ACCESS_MANAGE';

const ofOperator: readonly Permission[] = [
  'SERVERS_READ',
  'SERVERS_TEST',
  'EMAILS_READ',
  'EMAILS_SEND',
  'EMAILS_MANAGE',
];
const ofViewer: readonly Permission[] = ['SERVERS_READ', 'EMAILS_READ'];

export function mayAs(role: Role, permission: Permission): boolean {
  switch (role) {
    case 'ADMIN':
      return true;
    case 'OPERATOR':
      return ofOperator.includes(permission);
    case 'VIEWER':
      return ofViewer.includes(permission);
  }
}

/**
 * Whether the person who is signed in may do something: what they may not is not offered. The API decides; this only
 * spares them a refusal.
 */
export function useMay() {
  const { state } = useSession();
  const role = computed(() => ('user' in state.value ? state.value.user.role : null));
  return (permission: Permission) => role.value !== null && mayAs(role.value, permission);
}
