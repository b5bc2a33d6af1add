export { default as ServiceLocked } from './ServiceLocked.vue';
