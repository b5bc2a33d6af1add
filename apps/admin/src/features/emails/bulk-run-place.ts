import { type InjectionKey, type ShallowRef, inject } from 'vue';
import type { BulkOrder, BulkProgress } from './bulk-order.ts';

export interface BulkRun {
  readonly order: BulkOrder;
  readonly progress: Readonly<ShallowRef<BulkProgress>>;
  /** Ends before the next email, or the counting of those that are being tried. */
  stop(): void;
}

/** The one that was started last: provided to the whole panel, so that people can leave its page and come back. */
export const bulkRunKey: InjectionKey<ShallowRef<BulkRun | null>> = Symbol('bulk run');

export function useBulkRun(): ShallowRef<BulkRun | null> {
  const run = inject(bulkRunKey);
  if (!run) throw new Error('No place for a bulk run was provided.');
  return run;
}
