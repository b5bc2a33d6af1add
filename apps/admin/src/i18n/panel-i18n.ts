import { createI18n } from 'vue-i18n';
import type { Texts } from '../locales/join-sections.ts';
import { english } from './languages.ts';

/** Every text of the panel stands in locales/<language>/, in a file for each subject. */
export function createPanelI18n() {
  // The other languages join when they are chosen.
  const messages: Record<string, Texts> = { en: english.texts };
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages,
    missingWarn: import.meta.env.DEV,
    fallbackWarn: import.meta.env.DEV,
  });
}

export type PanelI18n = ReturnType<typeof createPanelI18n>;
