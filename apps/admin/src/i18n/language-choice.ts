import type { Locale, Messages } from '@nuxt/ui/runtime/types/locale.js';
import { type InjectionKey, type Ref, type ShallowRef, inject, readonly, ref, shallowRef } from 'vue';
import type { ApiTexts } from './api-texts.ts';
import {
  type Language,
  english,
  isLanguage,
  loadLanguage,
  preferredLanguage,
  regionalVariant,
} from './languages.ts';
import type { PanelI18n } from './panel-i18n.ts';
import { type PseudoLanguage, isPseudoLanguage, pseudoLanguages } from './pseudo-languages.ts';

export interface LanguageChoice {
  readonly language: Readonly<Ref<Language | PseudoLanguage>>;
  /** The language with its region, as Intl takes it. */
  readonly formats: Readonly<Ref<string>>;
  /** The texts and the direction of the component library. */
  readonly components: Readonly<ShallowRef<Locale<Messages>>>;
  readonly apiTexts: Readonly<ShallowRef<ApiTexts | null>>;
  /** Loads a language, shows it and remembers it in this browser. What was shown stays when it cannot be loaded. */
  choose(language: Language): Promise<void>;
}

export const languageKey: InjectionKey<LanguageChoice> = Symbol('language');

export function useLanguage(): LanguageChoice {
  const choice = inject(languageKey);
  if (!choice) throw new Error('No language was provided.');
  return choice;
}

const storageKey = 'postroom-language';

/** Begins in the language that was chosen last, or else in the one that the browser asks for. */
export async function createLanguageChoice({ global }: PanelI18n): Promise<LanguageChoice> {
  const language = ref<Language | PseudoLanguage>('en');
  const formats = ref(regionalVariant('en', navigator.languages));
  const components = shallowRef(english.components);
  const apiTexts = shallowRef(english.apiTexts);

  function show(chosen: Language | PseudoLanguage, texts: Language) {
    global.locale.value = texts;
    language.value = chosen;
    formats.value = regionalVariant(texts, navigator.languages);
    document.documentElement.lang = chosen;
    document.documentElement.dir = components.value.dir;
  }

  async function load(chosen: Language) {
    const pack = await loadLanguage(chosen);
    global.setLocaleMessage(chosen, pack.texts);
    components.value = pack.components;
    apiTexts.value = pack.apiTexts;
    show(chosen, chosen);
  }

  function pretend(chosen: PseudoLanguage) {
    const { dir, write } = pseudoLanguages[chosen];
    global.setPostTranslationHandler((text) => (typeof text === 'string' ? write(text) : text));
    components.value = { ...english.components, dir };
    show(chosen, 'en');
  }

  const stored = storage()?.getItem(storageKey) ?? '';
  if (isPseudoLanguage(stored)) pretend(stored);
  else {
    const chosen = isLanguage(stored) ? stored : preferredLanguage(navigator.languages);
    // A panel in English is better than none.
    await load(chosen).catch(() => show('en', 'en'));
  }

  return {
    language: readonly(language),
    formats: readonly(formats),
    components,
    apiTexts,
    async choose(chosen) {
      await load(chosen);
      storage()?.setItem(storageKey, chosen);
    },
  };
}

/** null where the browser keeps nothing for this site: the choice then lasts as long as the page. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
