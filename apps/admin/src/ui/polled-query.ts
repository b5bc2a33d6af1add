import { type AnyVariables, type TypedDocumentNode, type UseQueryArgs, useQuery } from '@urql/vue';
import {
  createSharedComposable,
  useDocumentVisibility,
  useIdle,
  useIntervalFn,
  useOnline,
} from '@vueuse/core';
import { computed, shallowRef, watch } from 'vue';
import { useSession } from '../features/access/index.ts';
import { keepEqual } from './keep-equal.ts';

/** Whoever reads moves the pointer, scrolls or types once in so long. */
const ATTENTION_MS = 60_000;
const useAttention = createSharedComposable(() => useIdle(ATTENTION_MS));

/** Keeps no session alive: an unattended page would, for hours. */
const UNATTENDED = { credentials: 'same-origin', headers: { 'X-Postroom-Unattended': 'true' } } as const;

export interface PolledQuery<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: () => Variables;
  context?: UseQueryArgs['context'];
  everyMs?: number;
  /** Nothing more is to come. */
  isSettled?: (data: Data) => boolean;
}

/**
 * A query that is asked again and again while somebody can see the page. What was shown stays when an answer is missing once; for other
 * variables it stays until they are answered, or until it is clear that they are not.
 */
export function usePolledQuery<Data, Variables extends AnyVariables>(args: PolledQuery<Data, Variables>) {
  const { query, everyMs = 5_000, isSettled: isLast = () => false } = args;
  const key = computed(() => JSON.stringify(args.variables()));
  const asked = useQuery({
    query,
    variables: args.variables,
    ...(args.context && { context: args.context }),
  });

  const shown = shallowRef<{ key: string; data: Data } | null>(null);
  watch(
    asked.data,
    (data) => {
      if (data) shown.value = { key: key.value, data: keepEqual(shown.value?.data, data) };
    },
    { immediate: true, flush: 'sync' },
  );
  const isCurrent = computed(() => shown.value?.key === key.value);
  const data = computed(() => (asked.error.value && !isCurrent.value ? null : (shown.value?.data ?? null)));

  const isSettled = computed(() => isCurrent.value && data.value !== null && isLast(data.value));

  const reload = async () => {
    await asked.executeQuery({ requestPolicy: 'network-only' });
  };
  const { idle } = useAttention();
  const ask = () =>
    asked.executeQuery({ requestPolicy: 'network-only', ...(idle.value && { fetchOptions: UNATTENDED }) });

  const { state } = useSession();
  const visibility = useDocumentVisibility();
  const isOnline = useOnline();
  const isWatched = computed(
    () =>
      visibility.value === 'visible' &&
      isOnline.value &&
      state.value.name === 'SIGNED_IN' &&
      !isSettled.value,
  );
  const poll = () => {
    if (!asked.fetching.value) void ask();
  };
  const interval = useIntervalFn(poll, everyMs, { immediate: false });
  watch(
    isWatched,
    (watched, before) => {
      if (!watched) return interval.pause();
      // Whoever comes back sees at once how things are now.
      if (before === false) poll();
      interval.resume();
    },
    { immediate: true },
  );

  return {
    data,
    /** Why there is nothing to show. */
    error: computed(() => (data.value === null ? asked.error.value : undefined)),
    /** What is shown may be out of date: the last answer is missing. */
    isStale: computed(() => data.value !== null && asked.error.value !== undefined),
    /** Of the variables asked for now, or still of those before. */
    isCurrent,
    reload,
  };
}
