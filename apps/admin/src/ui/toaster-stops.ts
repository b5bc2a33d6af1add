import { useMutationObserver } from '@vueuse/core';
import { nextTick, onMounted, shallowRef } from 'vue';

/**
 * Around its messages the library has two stops for the keyboard that it hides from screen readers, which no stop may be (WCAG 4.1.2).
 * They hold nothing, and hand the focus on: there is nothing to hide.
 */
export function useToasterStops() {
  const region = shallowRef<HTMLElement | null>(null);
  onMounted(async () => {
    await nextTick();
    region.value = document.querySelector('[role=region]:has(> [data-slot=viewport])');
  });
  useMutationObserver(
    region,
    () => {
      for (const stop of region.value?.querySelectorAll(':scope > [aria-hidden][tabindex]') ?? [])
        stop.removeAttribute('aria-hidden');
    },
    { childList: true },
  );
}
