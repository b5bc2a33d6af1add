import { useColorMode } from '@vueuse/core';

/** "auto" follows the system. Applies itself to the page and is remembered in this browser. */
export function useTheme() {
  // Switching transitions off would inject a <style>, which the Content-Security-Policy refuses.
  return useColorMode({ storageKey: 'postroom-theme', disableTransition: false }).store;
}
