/** One field of an event, as the API tells it. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

export type AuditChangeKind =
  /** A secret: that it changed is all that is known. */
  'SECRET' | 'SET' | 'TAKEN_AWAY' | 'CHANGED';

/**
 * How many fields are shown before somebody asks for the rest. What differs is what an event is about; what a new thing began with, up to
 * twenty fields, mostly is not. Nobody is asked to unfold a single one.
 */
export function shownAtOnce(changes: readonly AuditChange[]): number {
  const most = changes.some(({ before }) => before !== null) ? 5 : 2;
  return changes.length <= most + 1 ? changes.length : most;
}

const secretField = /password|secret/i;

export function kindOfChange({ field, before, after }: AuditChange): AuditChangeKind {
  if (before === null && after === 'changed' && secretField.test(field)) return 'SECRET';
  if (before === null) return 'SET';
  return after === null ? 'TAKEN_AWAY' : 'CHANGED';
}
