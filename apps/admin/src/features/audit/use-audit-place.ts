import { computed } from 'vue';
import { type RouteLocationRaw, useRoute, useRouter } from 'vue-router';
import { type AuditFilter, filterOf, queryOf } from './audit-place.ts';

export function useAuditPlace() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => filterOf(route.query));
  const linkTo = (change: Partial<AuditFilter>): RouteLocationRaw => ({
    name: 'audit',
    query: queryOf({ ...filter.value, ...change }),
  });
  return {
    filter,
    /** To the first page of the same with one thing different. */
    linkTo,
    /** One step in the history however much is typed. */
    change: (change: Partial<AuditFilter>) => void router.replace(linkTo(change)),
    withoutFilter: { name: 'audit' } satisfies RouteLocationRaw,
  };
}
