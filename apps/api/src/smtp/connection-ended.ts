import { SmtpFailureCode } from './failure-code.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { SmtpStep } from './smtp-step.ts';

/** Why a connection cannot be used any more. */
export const EndReason = {
  LOST: 'LOST',
  TIMED_OUT: 'TIMED_OUT',
  TOO_LONG: 'TOO_LONG',
  NOT_SMTP: 'NOT_SMTP',
  VIOLATION: 'VIOLATION',
  /** 421, unasked: a server may say it at any time when it has to shut down (RFC 5321 section 3.8). */
  SHUT_DOWN: 'SHUT_DOWN',
  CANCELLED: 'CANCELLED',
} as const;
export type EndReason = (typeof EndReason)[keyof typeof EndReason];

/** Thrown by whatever wanted to use a connection that is dead. */
export class ConnectionEnded extends Error {
  constructor(
    readonly reason: EndReason,
    readonly details: {
      /** A TLS alert of the peer ended it. */
      byTlsAlert?: boolean;
      /** The words that ended it. */
      reply?: SmtpReply;
    } = {},
  ) {
    super(`The connection ended: ${reason}`);
  }
}

/** Which failure a dead connection is, by the step it stood in. */
export function endedCode(reason: EndReason, step: SmtpStep, dotWritten: boolean): SmtpFailureCode {
  switch (reason) {
    case EndReason.CANCELLED:
      return SmtpFailureCode.CANCELLED;
    case EndReason.TOO_LONG:
      return SmtpFailureCode.REPLY_TOO_LONG;
    case EndReason.NOT_SMTP:
      return step === SmtpStep.GREETING
        ? SmtpFailureCode.NOT_AN_SMTP_SERVER
        : SmtpFailureCode.PROTOCOL_VIOLATION;
    case EndReason.SHUT_DOWN:
      return SmtpFailureCode.SERVER_BUSY;
    case EndReason.VIOLATION:
      return SmtpFailureCode.PROTOCOL_VIOLATION;
    case EndReason.LOST:
      return dotWritten ? SmtpFailureCode.OUTCOME_UNKNOWN : SmtpFailureCode.CONNECTION_LOST;
    case EndReason.TIMED_OUT:
      if (dotWritten) return SmtpFailureCode.OUTCOME_UNKNOWN;
      return step === SmtpStep.GREETING
        ? SmtpFailureCode.GREETING_TIMED_OUT
        : SmtpFailureCode.REPLY_TIMED_OUT;
  }
}
