import { createI18n } from 'vue-i18n';
import en from './locales/en.json';

/** Every text of the panel stands in locales/; a further language is one more file there. */
export function createPanelI18n() {
  return createI18n({
    legacy: false,
    locale: 'en',
    messages: { en },
    missingWarn: import.meta.env.DEV,
  });
}
