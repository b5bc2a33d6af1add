/** One field of an event, as the API tells it. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

export type AuditChangeKind =
  /** A secret: that it changed is all that is known. */
  'SECRET' | 'SET' | 'TAKEN_AWAY' | 'CHANGED';

const secretField = /password|secret/i;

export function kindOfChange({ field, before, after }: AuditChange): AuditChangeKind {
  if (before === null && after === 'changed' && secretField.test(field)) return 'SECRET';
  if (before === null) return 'SET';
  return after === null ? 'TAKEN_AWAY' : 'CHANGED';
}
