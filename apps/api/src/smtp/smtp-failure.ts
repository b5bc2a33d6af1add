import type { EmailOutcome, SmtpFailureCode } from './failure-code.ts';
import type { Protocol, StartTls } from './smtp-settings.ts';
import type { SmtpStep } from './smtp-step.ts';

/** A change of settings that would probably mend it; never one that weakens. */
export interface SuggestedFix {
  protocol?: Protocol;
  port?: number;
  startTls?: StartTls;
  trustSha256?: string;
}

export interface SmtpFailure {
  step: SmtpStep;
  code: SmtpFailureCode;
  smtpCode: number | null;
  enhancedCode: string | null;
  /** What happened, in plain words, with what the server said. */
  message: string;
  /** What to do about it. */
  hint: string | null;
  fix: SuggestedFix | null;
  /** The same may succeed later without any change. */
  retryable: boolean;
}

/** A failure as the outbox sees it; `email` is null for what only a test can meet. */
export interface AttemptFailure extends SmtpFailure {
  email: EmailOutcome | null;
}

export function isFailure(value: object | string | null): value is AttemptFailure {
  return value !== null && typeof value === 'object' && 'retryable' in value;
}
