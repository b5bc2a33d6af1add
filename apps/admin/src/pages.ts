import type { RouteRecordRaw } from 'vue-router';
import type { Permission } from './features/access/may.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to people who are not signed in. */
    isPublic?: boolean;
    /** Shown without the navigation. */
    isBare?: boolean;
    /** Who lacks it is told so in place of the page. */
    permission?: Permission;
  }
}

/** Each is loaded when it is first gone to, the one that the panel is opened at by first-requests.ts. */
export const pages = [
  {
    path: '/',
    name: 'overview',
    component: () => import('./features/overview/Overview.vue'),
    meta: { permission: 'EMAILS_READ' },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./features/access/SignIn.vue'),
    meta: { isPublic: true, isBare: true },
  },
  {
    path: '/first',
    name: 'first-task',
    component: () => import('./features/access/FirstTask.vue'),
    meta: { isBare: true },
  },
  {
    path: '/setup',
    component: () => import('./features/access/SetUp.vue'),
    meta: { isBare: true },
    children: [
      {
        path: '',
        name: 'set-up',
        component: () => import('./features/access/SetUpAdministrator.vue'),
        meta: { isPublic: true },
      },
      {
        path: 'server',
        name: 'set-up-server',
        component: () => import('./features/access/SetUpServer.vue'),
      },
      {
        path: 'test/:id',
        name: 'set-up-test',
        component: () => import('./features/access/SetUpTest.vue'),
        props: true,
      },
      {
        path: 'done',
        name: 'set-up-done',
        component: () => import('./features/access/SetUpDone.vue'),
      },
    ],
  },
  {
    path: '/servers',
    name: 'servers',
    component: () => import('./features/smtp-servers/SmtpServerList.vue'),
  },
  {
    path: '/servers/new',
    name: 'server-new',
    component: () => import('./features/smtp-servers/SmtpServerAdd.vue'),
    meta: { permission: 'SERVERS_WRITE' },
  },
  {
    path: '/servers/:id',
    name: 'server',
    component: () => import('./features/smtp-servers/SmtpServerEdit.vue'),
    props: true,
  },
  {
    path: '/servers/:id/test',
    name: 'server-test',
    component: () => import('./features/test-emails/TestEmailPage.vue'),
    props: true,
    meta: { permission: 'SERVERS_TEST' },
  },
  {
    path: '/outbox',
    name: 'outbox',
    component: () => import('./features/emails/Outbox.vue'),
    meta: { permission: 'EMAILS_READ' },
  },
  {
    path: '/outbox/:id',
    name: 'email',
    component: () => import('./features/emails/EmailPage.vue'),
    props: true,
    meta: { permission: 'EMAILS_READ' },
  },
  {
    path: '/trusted-certificates',
    name: 'trusted-certificates',
    component: () => import('./features/trusted-certificates/TrustedCertificates.vue'),
  },
  {
    path: '/users',
    name: 'users',
    component: () => import('./features/access/Users.vue'),
    meta: { permission: 'ACCESS_MANAGE' },
  },
  {
    path: '/tokens',
    name: 'tokens',
    component: () => import('./features/access/ApiTokens.vue'),
    meta: { permission: 'ACCESS_MANAGE' },
  },
  {
    path: '/tokens/new',
    name: 'token-new',
    component: () => import('./features/access/ApiTokenCreate.vue'),
    meta: { permission: 'ACCESS_MANAGE' },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./features/audit/Audit.vue'),
    meta: { permission: 'AUDIT_READ' },
  },
  { path: '/account', name: 'account', component: () => import('./features/access/Account.vue') },
  { path: '/:path(.*)*', name: 'not-found', component: () => import('./ui/NotFound.vue') },
] satisfies RouteRecordRaw[];
