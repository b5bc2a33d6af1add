export { default as SessionEnded } from './SessionEnded.vue';
export { type Session, useSession } from './session.ts';
