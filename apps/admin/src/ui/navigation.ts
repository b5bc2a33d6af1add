import type { Permission } from '../features/access/index.ts';

/** A place in the navigation: the name of its route, and what someone needs in order to be shown it. */
export interface NavigationEntry {
  route: string;
  label: string;
  icon: string;
  permission: Permission;
}

/** By group, in the order in which they are shown. Pages below a place ("/servers/7") belong to it. */
export const navigation: readonly { title: string; entries: readonly NavigationEntry[] }[] = [
  {
    title: 'shell.mail',
    entries: [
      { route: 'overview', label: 'shell.overview', icon: 'i-lucide-gauge', permission: 'EMAILS_READ' },
      { route: 'outbox', label: 'shell.outbox', icon: 'i-lucide-send', permission: 'EMAILS_READ' },
      { route: 'servers', label: 'shell.servers', icon: 'i-lucide-server', permission: 'SERVERS_READ' },
      {
        route: 'trusted-certificates',
        label: 'certificates.title',
        icon: 'i-lucide-shield-check',
        permission: 'SERVERS_READ',
      },
    ],
  },
  {
    title: 'shell.access',
    entries: [
      { route: 'users', label: 'shell.users', icon: 'i-lucide-users', permission: 'ACCESS_MANAGE' },
      { route: 'tokens', label: 'shell.tokens', icon: 'i-lucide-key-round', permission: 'ACCESS_MANAGE' },
      { route: 'audit', label: 'shell.audit', icon: 'i-lucide-scroll-text', permission: 'AUDIT_READ' },
    ],
  },
];
