/** Keys that do something by themselves, one after the other, as KeyboardEvent.key names them. */
export const shortcutKeys = {
  search: ['/'],
  overview: ['g', 'h'],
  servers: ['g', 's'],
  outbox: ['g', 'o'],
  new: ['n'],
  test: ['t'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>;
export type ShortcutName = keyof typeof shortcutKeys;

/** How long the first key of two waits for the second. */
const patienceMs = 1_000;

/** Reads keys as they are pressed; gives the shortcut that one completes. `at` in milliseconds. */
export function createKeyReader() {
  let before: { key: string; at: number } | null = null;
  return (key: string, at: number): ShortcutName | null => {
    const first = before !== null && at - before.at <= patienceMs ? before.key : null;
    before = null;
    const found = shortcutOf(first === null ? [key] : [first, key]) ?? shortcutOf([key]);
    if (found === null && isBeginning(key)) before = { key, at };
    return found;
  };
}

// Object.entries is typed by string; the keys of the table are its shortcuts.
const table = Object.entries(shortcutKeys) as [ShortcutName, readonly string[]][];

function shortcutOf(pressed: readonly string[]): ShortcutName | null {
  return table.find(([, keys]) => keys.join(' ') === pressed.join(' '))?.[0] ?? null;
}

function isBeginning(key: string): boolean {
  return table.some(([, keys]) => keys.length > 1 && keys[0] === key);
}
