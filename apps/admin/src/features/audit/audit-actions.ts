/** Everything that the log tells, by subject, as the API names it: "smtpServer.updated". What is not here is shown by that name. */
export const auditActions = {
  session: [
    'begun',
    'refused',
    'attemptsRefused',
    'ended',
    'othersEnded',
    'reauthenticated',
    'reauthenticationRefused',
  ],
  user: ['added', 'updated', 'passwordChanged', 'passwordChangeRefused'],
  secondFactor: ['enabled', 'disabled', 'recoveryCodesRenewed'],
  apiToken: ['created', 'revoked', 'refused'],
  smtpServer: [
    'added',
    'updated',
    'passwordChanged',
    'madeDefault',
    'deleted',
    'tested',
    'discovered',
    'resumed',
  ],
  trustedCertificate: ['added', 'deleted'],
  email: ['retried', 'cancelled'],
  emails: ['retried', 'cancelled'],
  attachmentLink: ['revoked'],
  setUp: ['refused'],
  keys: ['rotated', 'forgotten'],
} as const;
export type AuditSubject = keyof typeof auditActions;

// Object.keys is typed as string[]; the keys of the table are its subjects.
export const auditSubjects = Object.keys(auditActions) as AuditSubject[];

export interface AuditAction {
  subject: AuditSubject;
  act: string;
}

/** null = the panel has no words for it. */
export function knownAction(action: string): AuditAction | null {
  const [name = '', act = ''] = action.split('.');
  const subject = auditSubjects.find((each) => each === name);
  if (!subject) return null;
  const acts: readonly string[] = auditActions[subject];
  return acts.includes(act) ? { subject, act } : null;
}

/** Somebody was kept out: what an administrator looks for first. */
export function isRefused(action: string): boolean {
  return /refused$/i.test(action);
}
