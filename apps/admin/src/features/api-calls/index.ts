export { default as ApiCallMenu } from './ApiCallMenu.vue';
export { type ApiCall, curlText } from './call-texts.ts';
