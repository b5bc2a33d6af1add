import { type ComputedRef, computed, ref, shallowRef, watch } from 'vue';
import type { EmailRowFragment } from '../../generated/graphql.ts';
import { isSelectable } from './bulk-acts.ts';

export interface EmailSelection {
  /** Everything that matches the filter, on whatever page. */
  isEverything: boolean;
  /** Those that were chosen one by one, as they were last seen. */
  emails: readonly EmailRowFragment[];
  has(id: string): boolean;
  choose(email: EmailRowFragment, isChosen: boolean): void;
  /** Those on the page. */
  choosePage(isChosen: boolean): void;
  chooseEverything(): void;
  clear(): void;
}

/**
 * The emails that somebody chose in a list that changes under their hands: a choice stays when its row moves to another page, and ends
 * with another filter.
 */
export function useEmailSelection(
  rows: () => readonly EmailRowFragment[],
  filter: () => unknown,
): ComputedRef<EmailSelection> {
  const chosen = shallowRef<ReadonlyMap<string, EmailRowFragment>>(new Map());
  const isEverything = ref(false);

  function change(edit: (map: Map<string, EmailRowFragment>) => void) {
    const map = new Map(chosen.value);
    edit(map);
    chosen.value = map;
    isEverything.value = false;
  }
  const clear = () => change((map) => map.clear());

  watch(() => JSON.stringify(filter()), clear);
  watch(rows, (now) => {
    const seen = now.filter(({ id }) => chosen.value.has(id));
    if (seen.length === 0) return;
    const map = new Map(chosen.value);
    for (const email of seen)
      if (isSelectable(email.state)) map.set(email.id, email);
      else map.delete(email.id);
    chosen.value = map;
  });

  return computed(() => ({
    isEverything: isEverything.value,
    emails: [...chosen.value.values()],
    has: (id) => isEverything.value || chosen.value.has(id),
    choose: (email, isChosen) =>
      change((map) => (isChosen ? map.set(email.id, email) : map.delete(email.id))),
    choosePage: (isChosen) =>
      change((map) => {
        for (const email of rows().filter(({ state }) => isSelectable(state)))
          if (isChosen) map.set(email.id, email);
          else map.delete(email.id);
      }),
    chooseEverything: () => (isEverything.value = true),
    clear,
  }));
}
