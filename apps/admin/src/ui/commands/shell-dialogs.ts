import { useEventListener } from '@vueuse/core';
import { type Ref, ref } from 'vue';
import { useRouter } from 'vue-router';
import { provideShortcuts } from './shortcuts.ts';

export type ShellDialog = 'PALETTE' | 'SHORTCUTS' | 'API_CALLS';

/** What the keyboard does on every page, and the dialogs that it opens. */
export function useShellCommands(): { opened: Ref<ShellDialog | null> } {
  const opened = ref<ShellDialog | null>(null);
  const router = useRouter();
  const shortcuts = provideShortcuts();

  // With a modifier, and so never typed by chance: not among those that can be switched off.
  useEventListener(document, 'keydown', (event) => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    opened.value = opened.value === 'PALETTE' ? null : 'PALETTE';
  });

  shortcuts.handle('search', () => {
    const field = document.querySelector<HTMLInputElement>('main [role=search] input');
    if (field) field.focus();
    else opened.value = 'PALETTE';
  });
  shortcuts.handle('help', () => (opened.value = 'SHORTCUTS'));
  for (const name of ['overview', 'servers', 'outbox'] as const)
    shortcuts.handle(name, () => {
      if (router.hasRoute(name)) void router.push({ name });
    });

  return { opened };
}
