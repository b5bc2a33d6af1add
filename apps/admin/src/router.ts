import { nextTick } from 'vue';
import { type RouteLocationRaw, START_LOCATION, createRouter, createWebHistory } from 'vue-router';
import type { Session } from './features/access/session.ts';
import { pages } from './pages.ts';

export function createPanelRouter(session: Session) {
  const router = createRouter({
    history: createWebHistory(),
    routes: pages,
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });

  router.beforeEach(async (to): Promise<RouteLocationRaw | true> => {
    if (session.state.value.name === 'UNKNOWN') await session.load();
    switch (session.state.value.name) {
      case 'NEEDS_SET_UP':
        return to.name === 'set-up' || { name: 'set-up', replace: true };
      case 'SIGNED_OUT':
        return to.meta.isPublic === true || { name: 'sign-in', query: { next: to.fullPath }, replace: true };
      case 'SIGNED_IN':
        if (session.state.value.user.mustFirst !== null)
          return (
            to.name === 'first-task' || { name: 'first-task', query: { next: to.fullPath }, replace: true }
          );
        return (to.name !== 'sign-in' && to.name !== 'first-task') || { path: '/', replace: true };
      default:
        return true;
    }
  });

  // A screen reader is told of the new page by its heading; the first page is read anyway.
  router.afterEach(async (to, from, failure) => {
    if (failure || from === START_LOCATION || to.path === from.path) return;
    await nextTick();
    document.querySelector('h1')?.focus({ preventScroll: true });
  });

  return router;
}
