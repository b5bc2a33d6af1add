import { computed } from 'vue';
import { type LocationQueryValue, type RouteLocationRaw, useRoute } from 'vue-router';

type QueryValue = LocationQueryValue | LocationQueryValue[] | undefined;

/** The texts that a part of the URL's query has, "?kind=SMTP&kind=FAX". */
export function queryTexts(value: QueryValue): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** Links to the pages beside this one; null = there is none. */
export interface PageLinks {
  previous: RouteLocationRaw | null;
  next: RouteLocationRaw | null;
}

/**
 * The pages of a list in the URL: `after` holds the cursor of every page on the way here. The API pages forward only, and the last but one
 * is the way back.
 */
export function usePageTrail() {
  const route = useRoute();
  const trail = computed(() => queryTexts(route.query['after']));
  const withTrail = (after: string[]) => ({ query: { ...route.query, after } });
  return {
    after: computed(() => trail.value.at(-1) ?? null),
    linksOf: (pageInfo: { hasNextPage: boolean; endCursor: string | null }): PageLinks => ({
      previous: trail.value.length > 0 ? withTrail(trail.value.slice(0, -1)) : null,
      next:
        pageInfo.hasNextPage && pageInfo.endCursor ? withTrail([...trail.value, pageInfo.endCursor]) : null,
    }),
  };
}
