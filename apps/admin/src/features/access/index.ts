export { default as SessionEnded } from './SessionEnded.vue';
export { useSession } from './session.ts';
