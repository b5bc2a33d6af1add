import type { Locale, Messages } from '@nuxt/ui/runtime/types/locale.js';
import * as en from '../locales/en/index.ts';
import type { Texts } from '../locales/join-sections.ts';
import type { ApiTexts } from './api-texts.ts';

/** The languages to choose from, each by its own name. A further one is a folder in locales/ and a line in both tables. */
export const languageNames = { en: 'English', de: 'Deutsch', it: 'Italiano' } as const;
export type Language = keyof typeof languageNames;

/** Everything that is written in a language. */
export interface LanguagePack {
  texts: Texts;
  /** Those of the component library: "Close", "Next page". */
  components: Locale<Messages>;
  /** null = as the API says it. */
  apiTexts: ApiTexts | null;
}

/** English comes with the panel, and stands in for what another one lacks. */
export const english: LanguagePack = en;

const packs: Record<Language, () => Promise<LanguagePack>> = {
  en: () => Promise.resolve(en),
  de: () => import('../locales/de/index.ts'),
  it: () => import('../locales/it/index.ts'),
};

export function loadLanguage(language: Language): Promise<LanguagePack> {
  return packs[language]();
}

export function isLanguage(value: string): value is Language {
  return value in languageNames;
}

/** The first of the reader's languages (BCP 47 tags, best first) that the panel speaks. */
export function preferredLanguage(tags: readonly string[]): Language {
  return tags.map(primaryTag).find(isLanguage) ?? 'en';
}

/** The reader's own variety of a language ("de-AT"): it decides how dates and numbers are written. */
export function regionalVariant(language: string, tags: readonly string[]): string {
  return tags.find((tag) => primaryTag(tag) === language) ?? language;
}

function primaryTag(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
