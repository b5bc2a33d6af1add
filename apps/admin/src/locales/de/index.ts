import components from '@nuxt/ui/runtime/locale/de.js';
import { joinSections } from '../join-sections.ts';
import { apiTexts } from './api-texts.ts';

export const texts = joinSections(import.meta.glob('./*.json', { eager: true, import: 'default' }));
export { apiTexts, components };
