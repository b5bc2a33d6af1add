import { computed } from 'vue';
import { type RouteLocationRaw, useRoute, useRouter } from 'vue-router';
import { type OutboxFilter, noFilter, placeOf, queryOf } from './outbox-place.ts';
import type { OutboxTab } from './outbox-tabs.ts';

export function useOutboxPlace() {
  const route = useRoute();
  const router = useRouter();
  const place = computed(() => placeOf(route.query));
  return {
    place,
    /** The same filter on another tab. */
    tabLink: (tab: OutboxTab): RouteLocationRaw => ({
      name: 'outbox',
      query: queryOf({ ...place.value, tab }),
    }),
    /** One step in the history however much is typed. */
    filter: (change: Partial<OutboxFilter>) => {
      const { tab, filter } = place.value;
      void router.replace({ query: queryOf({ tab, filter: { ...filter, ...change } }) });
    },
    withoutFilter: computed<RouteLocationRaw>(() => ({
      name: 'outbox',
      query: queryOf({ tab: place.value.tab, filter: noFilter }),
    })),
  };
}

/** A link to the emails of one server. */
export function outboxOfServer(tab: OutboxTab, server: string) {
  return { name: 'outbox', query: queryOf({ tab, filter: { ...noFilter, server } }) };
}
