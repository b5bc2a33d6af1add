export { default as SessionEnded } from './SessionEnded.vue';
export { type Permission, useMay } from './may.ts';
export { useSession } from './session.ts';
