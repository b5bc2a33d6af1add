/** Who did what, from where: one row for every change and every sign-in, written in the transaction of the change itself. */
export interface AuditEvent {
  id: string;
  at: Date;
  /** A user's email address, or a token's name. */
  actor: string;
  /** Network address; null = the service itself. */
  from: string | null;
  /** "smtpServer.updated" */
  action: string;
  subject: string;
  changes: AuditChange[];
}

/** A secret says "changed", never what it was or is. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** Which events; what is absent or null says nothing. */
export interface AuditFilter {
  actor?: string | null;
  /** Or what it begins with. */
  action?: string | null;
  /** A part of it, whatever the case. */
  subject?: string | null;
  since?: Date | null;
  until?: Date | null;
}

/** The fields of `names` that differ, as text; `before` null = added, `after` null = deleted. */
export function changesBetween<T>(
  names: readonly (keyof T & string)[],
  before: T | null,
  after: T | null,
): AuditChange[] {
  return names.flatMap((field) => {
    const was = asText(before?.[field]);
    const is = asText(after?.[field]);
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
