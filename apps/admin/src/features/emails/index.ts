export { default as ServerHeldBrief } from './ServerHeldBrief.vue';
export { default as ServerInUse } from './ServerInUse.vue';
export { default as ServerMail } from './ServerMail.vue';
export { default as ServerMailCounts } from './ServerMailCounts.vue';
