import { BulkAct } from './bulk-acts.ts';

/**
 * What a link asks to be done to all emails of its list. It stands in the history and not in the URL: the address of the list stays one
 * that can be sent to anybody.
 */
export function linkedAct(act: BulkAct): { linkedAct: BulkAct } {
  return { linkedAct: act };
}

/** Once: a reload of the page does not ask again. */
export function takeLinkedAct(): BulkAct | null {
  const { linkedAct: wanted, ...state } = window.history.state as { linkedAct?: unknown };
  if (wanted === undefined) return null;
  window.history.replaceState(state, '');
  return Object.values(BulkAct).find((act) => act === wanted) ?? null;
}
