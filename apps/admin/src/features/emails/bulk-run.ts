import type { Client } from '@urql/vue';
import { shallowRef } from 'vue';
import type { BulkOrder, BulkProgress, RunningBulk } from './bulk-order.ts';
import type { BulkRun } from './bulk-run-place.ts';
import { cancelMatching, eachChosen, retryMatching } from './bulk-steps.ts';

/** Goes on whatever page is shown. */
export function startBulkRun(client: Client, order: BulkOrder): BulkRun {
  const progress = shallowRef<BulkProgress>({
    phase: 'ACTING',
    total: order.total,
    done: 0,
    changed: 0,
    failed: null,
    refusals: [],
    error: null,
  });
  let isStopped = false;
  const running: RunningBulk = {
    client,
    order,
    now: () => progress.value,
    tell: (change) => (progress.value = { ...progress.value, ...change }),
    isStopped: () => isStopped,
  };
  void stepsOf(order)(running);
  return { order, progress, stop: () => (isStopped = true) };
}

function stepsOf({ act, scope }: BulkOrder): (running: RunningBulk) => Promise<void> {
  if ('emails' in scope || act === 'RETRY_ON') return eachChosen;
  return act === 'CANCEL' ? cancelMatching : retryMatching;
}
