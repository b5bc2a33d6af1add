export { default as TestEmail } from './TestEmail.vue';
export { default as TestEmailSlideover } from './TestEmailSlideover.vue';
