export { default as ApiCallMenu } from './ApiCallMenu.vue';
export { type ApiCall, curlText } from './call-texts.ts';
export { type RecordedCalls, recordCalls, recordedCallsKey } from './recorded-calls.ts';
