export { default as ReauthenticationHost } from './ReauthenticationHost.vue';
export { default as SessionEnded } from './SessionEnded.vue';
export { type Permission, useMay } from './may.ts';
export { useSession } from './session.ts';
