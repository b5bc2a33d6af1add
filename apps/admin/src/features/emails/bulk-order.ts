import type { Client, CombinedError } from '@urql/vue';
import type { EmailFilter, EmailState, RefusalWordsFragment } from '../../generated/graphql.ts';
import type { BulkAct } from './bulk-acts.ts';

/** Emails that were chosen one by one, or all that a filter names. */
export type BulkScope =
  { emails: readonly { id: string; state: EmailState }[] } | { filter: EmailFilter; isWithFailed: boolean };

/** What somebody confirmed. */
export interface BulkOrder {
  act: BulkAct;
  scope: BulkScope;
  /** For RETRY_ON. */
  server: { id: string; name: string } | null;
  withUncertain: boolean;
  /** How many it changes, by its preview. */
  total: number;
  /** How many failed ones it leaves alone. */
  failedLeft: number;
}

export type BulkRefusal = RefusalWordsFragment & { state?: EmailState };

export interface BulkProgress {
  /** ACTING: it is being done. TRYING: it was done, and the emails that were retried are being tried. */
  phase: 'ACTING' | 'TRYING' | 'ENDED' | 'STOPPED' | 'BROKEN_OFF';
  total: number;
  /** null = not known yet. */
  done: number | null;
  changed: number;
  /** Retried, and failed again; null = not counted. */
  failed: number | null;
  refusals: readonly BulkRefusal[];
  /** Why it was broken off. */
  error: CombinedError | null;
}

/** What a step needs of its run. */
export interface RunningBulk {
  client: Client;
  order: BulkOrder;
  /** What is known so far. */
  now(): BulkProgress;
  tell(change: Partial<BulkProgress>): void;
  isStopped(): boolean;
}
