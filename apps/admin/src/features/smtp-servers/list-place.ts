import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { ServerKind } from '../../generated/graphql.ts';
import { queryTexts } from '../../ui/page-trail.ts';

/** Which servers someone looks at, kept in the URL so that Back, reload and a sent link show the same. */
export function useListPlace() {
  const route = useRoute();
  const router = useRouter();

  const search = computed(() => queryTexts(route.query['search'])[0] ?? '');
  const kind = computed<ServerKind | null>(() => {
    const value = queryTexts(route.query['kind'])[0];
    return value === 'SMTP' || value === 'FAX' ? value : null;
  });

  // A new filter begins on the first page, and is one step in the history however much is typed.
  function filter(change: { search?: string; kind?: ServerKind | null }) {
    const query = { search: search.value, kind: kind.value, ...change };
    void router.replace({
      query: { ...(query.search && { search: query.search }), ...(query.kind && { kind: query.kind }) },
    });
  }

  return { search, kind, filter };
}
