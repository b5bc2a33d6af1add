import components from '@nuxt/ui/runtime/locale/it.js';
import { joinSections } from '../join-sections.ts';

export const texts = joinSections(import.meta.glob('./*.json', { eager: true, import: 'default' }));
export { components };
