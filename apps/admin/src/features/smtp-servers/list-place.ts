import { computed } from 'vue';
import { type LocationQueryValue, useRoute, useRouter } from 'vue-router';
import type { ServerKind } from '../../generated/graphql.ts';

type QueryValue = LocationQueryValue | LocationQueryValue[] | undefined;

const all = (value: QueryValue) =>
  (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');

/**
 * Where someone is in the list, kept in the URL so that Back, reload and a sent link show the same.
 * `after` holds the cursor of every page on the way here: the API pages forward only, and the last but one
 * is the way back.
 */
export function useListPlace() {
  const route = useRoute();
  const router = useRouter();

  const trail = computed(() => all(route.query['after']));
  const search = computed(() => all(route.query['search'])[0] ?? '');
  const kind = computed<ServerKind | null>(() => {
    const value = all(route.query['kind'])[0];
    return value === 'SMTP' || value === 'FAX' ? value : null;
  });

  // A new filter begins on the first page, and is one step in the history however much is typed.
  function filter(change: { search?: string; kind?: ServerKind | null }) {
    const query = { search: search.value, kind: kind.value, ...change };
    void router.replace({
      query: { ...(query.search && { search: query.search }), ...(query.kind && { kind: query.kind }) },
    });
  }

  const withTrail = (after: string[]) => ({ query: { ...route.query, after } });
  return {
    search,
    kind,
    after: computed(() => trail.value.at(-1) ?? null),
    filter,
    previous: computed(() => (trail.value.length > 0 ? withTrail(trail.value.slice(0, -1)) : null)),
    next: (cursor: string) => withTrail([...trail.value, cursor]),
  };
}
