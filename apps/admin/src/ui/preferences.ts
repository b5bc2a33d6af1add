import { useToast } from '@nuxt/ui/composables';
import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLanguage } from '../i18n/language-choice.ts';
import { type Language, languageNames } from '../i18n/languages.ts';
import { useTheme } from './theme.ts';

/** How a person likes the panel: one of few, remembered in the browser. */
export interface Preference<Value extends string> {
  label: string;
  options: { value: Value; label: string; icon?: string }[];
  chosen: Value;
  choose(value: Value): void;
}

const themeIcons = { auto: 'i-lucide-monitor', light: 'i-lucide-sun', dark: 'i-lucide-moon' } as const;
type ThemeName = keyof typeof themeIcons;

export function useThemePreference(): ComputedRef<Preference<ThemeName>> {
  const { t } = useI18n();
  const theme = useTheme();
  return computed(() => ({
    label: t('shell.theme'),
    // Object.keys is typed as string[]; the keys of the table are the themes.
    options: (Object.keys(themeIcons) as ThemeName[]).map((value) => ({
      value,
      label: t(`shell.themes.${value}`),
      icon: themeIcons[value],
    })),
    chosen: theme.value,
    choose: (name) => (theme.value = name),
  }));
}

export function useLanguagePreference(): ComputedRef<Preference<Language>> {
  const { t } = useI18n();
  const toast = useToast();
  const { language, choose } = useLanguage();
  return computed(() => ({
    label: t('shell.language'),
    // As above: the keys of the table are the languages.
    options: (Object.keys(languageNames) as Language[]).map((value) => ({
      value,
      label: languageNames[value],
    })),
    // None of them is chosen while a pseudo-language is tried.
    chosen: language.value as Language,
    choose(name) {
      choose(name).catch(() => toast.add({ color: 'error', title: t('shell.languageFailed') }));
    },
  }));
}
