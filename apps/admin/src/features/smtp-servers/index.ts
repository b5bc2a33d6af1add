export { default as SmtpServerAddForm } from './SmtpServerAddForm.vue';
export { default as SmtpServerListEmpty } from './SmtpServerListEmpty.vue';
