import { useEventListener, useLocalStorage } from '@vueuse/core';
import { type InjectionKey, type Ref, inject, onScopeDispose, provide } from 'vue';
import { type ShortcutName, createKeyReader } from './shortcut-keys.ts';

export interface Shortcuts {
  /** Remembered in this browser. People who speak to their computer press keys without meaning them (WCAG 2.1.4). */
  readonly areOn: Ref<boolean>;
  /** What a shortcut does from now on; the newest handler counts. */
  handle(name: ShortcutName, handler: () => void): void;
}

const key: InjectionKey<Shortcuts> = Symbol('shortcuts');

/** Listens to the keyboard, for the component that all pages are in. */
export function provideShortcuts(): Shortcuts {
  const areOn = useLocalStorage('postroom-shortcuts', true);
  const handlers = new Map<ShortcutName, (() => void)[]>();
  const read = createKeyReader();

  useEventListener(document, 'keydown', (event) => {
    if (!areOn.value || event.defaultPrevented || !isFree(event)) return;
    const name = read(event.key, event.timeStamp);
    const handler = name && handlers.get(name)?.at(-1);
    if (!handler) return;
    event.preventDefault();
    handler();
  });

  const shortcuts: Shortcuts = {
    areOn,
    handle(name, handler) {
      handlers.set(name, [...(handlers.get(name) ?? []), handler]);
      onScopeDispose(() => {
        handlers.set(name, handlers.get(name)?.filter((other) => other !== handler) ?? []);
      });
    },
  };
  provide(key, shortcuts);
  return shortcuts;
}

/** What a shortcut does while this component is shown. */
export function useShortcut(name: ShortcutName, handler: () => void): void {
  inject(key, null)?.handle(name, handler);
}

export function useShortcuts(): Shortcuts {
  const shortcuts = inject(key);
  if (!shortcuts) throw new Error('No shortcuts were provided.');
  return shortcuts;
}

/** Whether a key is for the page: typed into no field, with no modifier, and no dialog or menu is open. */
function isFree({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input, textarea, select')) return false;
  return document.querySelector('[role=dialog], [role=menu], [role=alertdialog]') === null;
}
