export { default as SmtpServerAddForm } from './SmtpServerAddForm.vue';
