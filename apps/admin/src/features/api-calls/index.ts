export { default as ApiCallMenu } from './ApiCallMenu.vue';
export type { ApiCall } from './call-texts.ts';
