import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useMay, useSession } from '../../features/access/index.ts';
import { type Preference, useLanguagePreference, useThemePreference } from '../preferences.ts';
import { useNavigation } from '../use-navigation.ts';
import { shortcutKeys } from './shortcut-keys.ts';

/** As the library's palette takes it. */
export interface PaletteItem {
  label: string;
  suffix?: string;
  icon: string;
  kbds?: string[];
  onSelect(): void;
}

/** What the palette offers without a search: pages and acts. `done` closes it. */
export function usePaletteItems(done: () => void, acts: { showHelp(): void; showCalls(): void }) {
  const { t } = useI18n();
  const may = useMay();
  const router = useRouter();
  const session = useSession();
  const navigation = useNavigation();
  const theme = useThemePreference();
  const language = useLanguagePreference();

  const item = (label: string, icon: string, act: () => void, kbds: readonly string[] = []): PaletteItem => ({
    label,
    icon,
    kbds: [...kbds],
    onSelect() {
      done();
      act();
    },
  });
  const go = (path: string) => () => void router.push(path);

  const pages = computed(() => [
    ...navigation.value.flatMap(({ entries }) =>
      entries.map(({ route, label, icon, path }) => {
        const keys = route in shortcutKeys ? shortcutKeys[route as keyof typeof shortcutKeys] : [];
        return item(t(label), icon, go(path), keys);
      }),
    ),
    item(t('account.title'), 'i-lucide-circle-user', go('/account')),
    item(t('shell.explorer'), 'i-lucide-braces', () => window.open('/graphiql', '_blank', 'noopener')),
  ]);

  function choices<Value extends string>({ label, options, chosen, choose }: Preference<Value>) {
    return options
      .filter(({ value }) => value !== chosen)
      .map((option) =>
        item(
          t('palette.choose', { what: label, value: option.label }),
          option.icon ?? 'i-lucide-languages',
          () => choose(option.value),
        ),
      );
  }

  const actItems = computed(() => [
    ...(may('SERVERS_WRITE') ? [item(t('servers.add'), 'i-lucide-plus', go('/servers/new'))] : []),
    ...(may('ACCESS_MANAGE') ? [item(t('tokens.create'), 'i-lucide-plus', go('/tokens/new'))] : []),
    item(t('apiCalls.title'), 'i-lucide-terminal', acts.showCalls),
    item(t('shortcuts.title'), 'i-lucide-keyboard', acts.showHelp, shortcutKeys.help),
    ...choices(theme.value),
    ...choices(language.value),
    item(t('shell.signOut'), 'i-lucide-log-out', () => void session.signOut()),
  ]);
  return { pages, acts: actItems };
}
