import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { ServerKind } from '../../generated/graphql.ts';
import { queryTexts } from '../../ui/page-trail.ts';

/** Which servers someone looks at; null = whatever they are. */
export interface ListPlace {
  search: string;
  kind: ServerKind | null;
  isEnabled: boolean | null;
}

/** Kept in the URL so that Back, reload and a sent link show the same. */
export function useListPlace() {
  const route = useRoute();
  const router = useRouter();

  const place = computed<ListPlace>(() => {
    const kind = queryTexts(route.query['kind'])[0];
    const state = queryTexts(route.query['state'])[0];
    return {
      search: queryTexts(route.query['search'])[0] ?? '',
      kind: kind === 'SMTP' || kind === 'FAX' ? kind : null,
      isEnabled: state === 'enabled' || state === 'disabled' ? state === 'enabled' : null,
    };
  });

  // A new filter begins on the first page, and is one step in the history however much is typed.
  function filter(change: Partial<ListPlace>) {
    const { search, kind, isEnabled } = { ...place.value, ...change };
    const query = {
      ...(search && { search }),
      ...(kind && { kind }),
      ...(isEnabled !== null && { state: isEnabled ? 'enabled' : 'disabled' }),
    };
    void router.replace({ query });
  }

  return { place, filter };
}
