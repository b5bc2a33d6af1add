import { useRoute, useRouter } from 'vue-router';
import { nextPath } from './next-path.ts';

/** Goes on to the page that the address names, after what had to be done before it. */
export function useNextPage(): () => Promise<void> {
  const route = useRoute();
  const router = useRouter();
  return async () => {
    const next = nextPath(route.query['next'], window.location.origin);
    // The explorer is a page of its own, which this router does not know.
    if (router.resolve(next).name === 'not-found') window.location.assign(next);
    else await router.replace(next);
  };
}
