import { useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { FindServersDocument } from '../generated/graphql.ts';

/** Servers, however many there are, found by name or address as `search` changes. */
export function useServerSearch() {
  const search = ref('');
  const { data, error } = useQuery({
    query: FindServersDocument,
    variables: () => ({ search: search.value || null }),
  });
  return {
    search,
    /** The first of them; null = they are on their way. */
    found: computed(() => data.value?.smtpServers.nodes ?? null),
    /** How many more there are, for another search. */
    further: computed(() =>
      data.value ? data.value.smtpServers.totalCount - data.value.smtpServers.nodes.length : 0,
    ),
    error,
  };
}
