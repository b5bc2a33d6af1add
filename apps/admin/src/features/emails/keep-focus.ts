import { type ShallowRef, nextTick, watch } from 'vue';

/**
 * A row that goes takes the focus along with it. This gives it to the list, so that the next Tab goes on from there. Looks before the
 * change and after it: a page that nobody has focused anything on is left alone.
 */
export function useFocusWithin(list: Readonly<ShallowRef<HTMLElement | null>>, rows: () => unknown) {
  watch(rows, async () => {
    if (!list.value?.contains(document.activeElement)) return;
    await nextTick();
    if (document.activeElement === document.body) list.value.focus({ preventScroll: true });
  });
}
