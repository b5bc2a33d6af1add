export { knownAction } from './audit-actions.ts';
