import components from '@nuxt/ui/runtime/locale/en.js';
import { joinSections } from '../join-sections.ts';

export const texts = joinSections(import.meta.glob('./*.json', { eager: true, import: 'default' }));
export { components };
/** The API speaks English itself. */
export const apiTexts = null;
