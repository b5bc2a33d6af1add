import { SECOND_FACTOR_SECRETS } from './features/access/index.ts';
import { SERVER_SECRETS } from './features/smtp-servers/index.ts';
import type { SealedTable } from './secrets/key-lock.service.ts';

/** Every table with sealed secrets: what a missing key locks, and what a new one is wrapped around. */
export const SEALED_TABLES: readonly SealedTable[] = [SERVER_SECRETS, SECOND_FACTOR_SECRETS];
