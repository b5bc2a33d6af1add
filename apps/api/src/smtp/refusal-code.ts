import { SmtpFailureCode } from './failure-code.ts';
import type { SmtpReply } from './smtp-reply.ts';
import { SmtpStep } from './smtp-step.ts';

/** The steps in which the server answers a command. */
export type AnsweredStep = Exclude<SmtpStep, 'DNS' | 'CONNECT' | 'TLS'>;

export interface RefusedWhere {
  step: AnsweredStep;
  encrypted: boolean;
  hasCredentials: boolean;
  /** The final dot is written: the server may have the email. */
  dotWritten: boolean;
}

const temporary: Record<AnsweredStep, SmtpFailureCode> = {
  GREETING: SmtpFailureCode.SERVER_BUSY,
  EHLO: SmtpFailureCode.SERVER_BUSY,
  STARTTLS: SmtpFailureCode.STARTTLS_REFUSED,
  AUTH: SmtpFailureCode.AUTH_TEMPORARILY_UNAVAILABLE,
  MAIL: SmtpFailureCode.SENDER_DEFERRED,
  RCPT: SmtpFailureCode.RECIPIENT_DEFERRED,
  DATA: SmtpFailureCode.MESSAGE_DEFERRED,
};

const permanent: Record<AnsweredStep, SmtpFailureCode> = {
  GREETING: SmtpFailureCode.SERVER_REFUSES_CLIENT,
  EHLO: SmtpFailureCode.EHLO_REFUSED,
  STARTTLS: SmtpFailureCode.STARTTLS_REFUSED,
  AUTH: SmtpFailureCode.AUTH_REFUSED,
  MAIL: SmtpFailureCode.SENDER_REFUSED,
  RCPT: SmtpFailureCode.RECIPIENT_REFUSED,
  DATA: SmtpFailureCode.MESSAGE_REFUSED,
};

/**
 * The code of a 4yz or 5yz reply. The replies that mean the same wherever they come (421, 530, 523, 538) go first;
 * RFC 4954 section 6 and RFC 5248 section 2.4 say what they mean. To STARTTLS a server can only say that it will not.
 */
export function refusalCode(reply: SmtpReply, where: RefusedWhere): SmtpFailureCode {
  if (reply.code < 500) {
    const closing = reply.code === 421 && !where.dotWritten;
    return closing ? SmtpFailureCode.SERVER_BUSY : temporary[where.step];
  }
  if (where.step !== SmtpStep.STARTTLS) {
    if (wantsEncryption(reply, where)) return SmtpFailureCode.ENCRYPTION_REQUIRED;
    if (reply.code === 530 && !where.hasCredentials) return SmtpFailureCode.AUTH_REQUIRED;
  }
  const canBeTooLarge = where.step === SmtpStep.MAIL || where.step === SmtpStep.DATA;
  if (canBeTooLarge && reply.code === 552 && reply.enhancedCode === '5.3.4') {
    return SmtpFailureCode.MESSAGE_TOO_LARGE;
  }
  return permanent[where.step];
}

function wantsEncryption(reply: SmtpReply, where: RefusedWhere): boolean {
  if (reply.code === 538 || reply.code === 523) return true;
  return reply.code === 530 && !where.encrypted && reply.lines.some((line) => /\b(START)?TLS\b/i.test(line));
}
