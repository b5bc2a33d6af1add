import { SmtpStep } from '../../smtp/index.ts';
import { LIFETIME_DAYS, type EmailFailure } from '../emails/index.ts';

function outboxFailure(failure: Pick<EmailFailure, 'step' | 'code' | 'message' | 'hint'>): EmailFailure {
  return { ...failure, smtpCode: null, enhancedCode: null, fix: null, retryable: false };
}

/** Failures that no server caused, beside those of smtp/failures.ts. */
export const outboxFailures = {
  expired: outboxFailure({
    step: SmtpStep.CONNECT,
    code: 'EXPIRED',
    message: `It was not sent within its lifetime of ${LIFETIME_DAYS} days.`,
    hint: 'Look at the attempts and at the server, then try it again.',
  }),
  unreadable: outboxFailure({
    step: SmtpStep.DATA,
    code: 'MESSAGE_UNREADABLE',
    message: 'The stored message is missing or damaged; nothing was sent.',
    hint: 'Bring the file storage back from a backup and try it again, or send the email anew.',
  }),
  storageUnavailable: {
    ...outboxFailure({
      step: SmtpStep.DATA,
      code: 'STORAGE_UNAVAILABLE',
      message: 'The file storage did not give the stored message out; nothing was sent.',
      hint: 'The log of the worker says what it answered (event "delivery.storage_unavailable"). It is tried again.',
    }),
    retryable: true,
  },
  crashed: outboxFailure({
    step: SmtpStep.CONNECT,
    code: 'DELIVERY_CRASHED',
    message: 'An error within Postroom stopped its delivery three times; nothing was sent.',
    hint: 'The log of the worker says what happened (event "delivery.crashed"). Try it again once that is mended.',
  }),
  passwordUnreadable: outboxFailure({
    step: SmtpStep.AUTH,
    code: 'PASSWORD_UNREADABLE',
    message: 'The stored password of the server cannot be opened here, so nothing was sent.',
    hint: 'It was stored with a key that this process does not have, or its row was changed outside Postroom: bring the key back in SECRET_KEYS, or enter the password again.',
  }),
  workerLost: outboxFailure({
    step: SmtpStep.DATA,
    code: 'OUTCOME_UNKNOWN',
    message: 'The delivery process ended after the whole email was sent and before the answer was stored.',
    hint: 'Look whether it arrived before you send it again.',
  }),
} as const;
