// What a server may say at each step, beyond the rows of the vectors.
import { greet, hangUp, on, reset, say, sayForEver, type ScriptStep } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { converse, credentials } from '../../testing/smtp-fixtures.ts';
import type { SmtpFailureCode, SmtpSettings, SmtpStep } from './index.ts';

const hello = greet('220 mail.test ESMTP');
const offersAuth = on('EHLO', '250-mail.test', '250 AUTH PLAIN LOGIN CRAM-MD5');
const insecure = { ...credentials, allowInsecureAuth: true };

type Met = [
  what: string,
  script: ScriptStep[],
  step: SmtpStep,
  code: SmtpFailureCode,
  set?: Partial<SmtpSettings>,
];

describe.concurrent('a test of a server that', () => {
  it.each<Met>([
    ['greets with 250', [greet('250 hi')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with 354', [greet('354 hi')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with 450', [greet('450 hi')], 'GREETING', 'SERVER_BUSY'],
    ['greets with two codes', [greet('220-a', '554 b')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with two replies', [greet('220 a', '250 b')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets with half a reply behind', [say('220 a\r\n2')], 'GREETING', 'PROTOCOL_VIOLATION'],
    ['greets and shuts down', [greet('220 a', '421 4.3.2 Bye')], 'GREETING', 'SERVER_BUSY'],
    ['shuts down before MAIL', [hello, on('EHLO', '250 a', '421 Bye')], 'EHLO', 'SERVER_BUSY'],
    ['greets as HTTP', [say('HTTP/1.1 400 Bad Request\r\n')], 'GREETING', 'NOT_AN_SMTP_SERVER'],
    [
      'greets with a TLS alert',
      [say(Buffer.from('15030100020228', 'hex'))],
      'GREETING',
      'NOT_AN_SMTP_SERVER',
    ],
    ['greets half and closes', [say('220 mail'), hangUp()], 'GREETING', 'CONNECTION_LOST'],
    ['greets and resets', [greet('220 a'), on('EHLO'), reset()], 'EHLO', 'CONNECTION_LOST'],
    ['says nothing to EHLO', [hello, on('EHLO')], 'EHLO', 'REPLY_TIMED_OUT'],
    ['says 421 to EHLO', [hello, on('EHLO', '421 4.3.2 Closing')], 'EHLO', 'SERVER_BUSY'],
    ['says 451 to EHLO', [hello, on('EHLO', '451 Later')], 'EHLO', 'SERVER_BUSY'],
    ['says 354 to EHLO', [hello, on('EHLO', '354 Go')], 'EHLO', 'PROTOCOL_VIOLATION'],
    ['refuses EHLO and HELO', [hello, on('EHLO', '550 No'), on('HELO', '550 No')], 'EHLO', 'EHLO_REFUSED'],
    ['defers HELO', [hello, on('EHLO', '502 No'), on('HELO', '450 No')], 'EHLO', 'SERVER_BUSY'],
    ['drips its answer to EHLO', [hello, on('EHLO'), sayForEver('250-x\r\n', 20)], 'EHLO', 'REPLY_TIMED_OUT'],
    [
      'floods its answer to EHLO',
      [hello, on('EHLO'), sayForEver('250-x\r\n'.repeat(1000))],
      'EHLO',
      'REPLY_TOO_LONG',
    ],
    ['closes on MAIL', [hello, on('MAIL'), hangUp()], 'MAIL', 'CONNECTION_LOST'],
    ['says nothing to MAIL', [hello, on('MAIL')], 'MAIL', 'REPLY_TIMED_OUT'],
    ['says 421 to MAIL', [hello, on('MAIL', '421 Bye')], 'MAIL', 'SERVER_BUSY'],
    ['says 451 to MAIL', [hello, on('MAIL', '451 4.7.500 Busy')], 'MAIL', 'SENDER_DEFERRED'],
    ['says 354 to MAIL', [hello, on('MAIL', '354 Go')], 'MAIL', 'PROTOCOL_VIOLATION'],
    ['says 552 5.3.4 to MAIL', [hello, on('MAIL', '552 5.3.4 Too large')], 'MAIL', 'MESSAGE_TOO_LARGE'],
    ['says 538 to MAIL', [hello, on('MAIL', '538 Encrypt')], 'MAIL', 'ENCRYPTION_REQUIRED'],
    ['says 530 to RCPT', [hello, on('RCPT', '530 5.7.1 Sign in')], 'RCPT', 'AUTH_REQUIRED'],
    ['says 421 to RCPT', [hello, on('RCPT', '421 Bye')], 'RCPT', 'SERVER_BUSY'],
    ['says 354 to RCPT', [hello, on('RCPT', '354 Go')], 'RCPT', 'PROTOCOL_VIOLATION'],
    [
      'says 251, no, 550 to RCPT',
      [hello, on('RCPT', '550-no', '550 5.7.1 relay')],
      'RCPT',
      'RECIPIENT_REFUSED',
    ],
    ['says 554 to DATA', [hello, on('DATA', '554 No valid recipients')], 'DATA', 'MESSAGE_REFUSED'],
    ['says 421 to DATA', [hello, on('DATA', '421 Bye')], 'DATA', 'SERVER_BUSY'],
    ['says 451 to DATA', [hello, on('DATA', '451 Later')], 'DATA', 'MESSAGE_DEFERRED'],
    ['says 334 to DATA', [hello, on('DATA', '334 ')], 'DATA', 'PROTOCOL_VIOLATION'],
    ['says 354 to the dot', [hello, on('.', '354 Go')], 'DATA', 'PROTOCOL_VIOLATION'],
    ['says 421 to the dot', [hello, on('.', '421 Bye')], 'DATA', 'MESSAGE_DEFERRED'],
    ['says 552 5.3.4 to the dot', [hello, on('.', '552 5.3.4 Too large')], 'DATA', 'MESSAGE_TOO_LARGE'],
    ['drips its answer to the dot', [hello, on('.'), sayForEver('250-x\r\n', 20)], 'DATA', 'OUTCOME_UNKNOWN'],
    [
      'floods its answer to the dot',
      [hello, on('.'), sayForEver('250-x\r\n'.repeat(1000))],
      'DATA',
      'REPLY_TOO_LONG',
    ],
    ['says nothing to AUTH', [hello, offersAuth, on('AUTH')], 'AUTH', 'REPLY_TIMED_OUT', insecure],
    ['closes on AUTH', [hello, offersAuth, on('AUTH'), hangUp()], 'AUTH', 'CONNECTION_LOST', insecure],
    ['says 421 to AUTH', [hello, offersAuth, on('AUTH', '421 Bye')], 'AUTH', 'SERVER_BUSY', insecure],
    [
      'says 432 to AUTH',
      [hello, offersAuth, on('AUTH', '432 Transition')],
      'AUTH',
      'AUTH_TEMPORARILY_UNAVAILABLE',
      insecure,
    ],
    [
      'says 534 to AUTH',
      [hello, offersAuth, on('AUTH', '534 5.7.9 App password')],
      'AUTH',
      'AUTH_REFUSED',
      insecure,
    ],
    ['says 250 to AUTH', [hello, offersAuth, on('AUTH', '250 Ok')], 'AUTH', 'PROTOCOL_VIOLATION', insecure],
    [
      'says 235 twice to AUTH',
      [hello, offersAuth, on('AUTH', '235 Ok', '235 Ok')],
      'AUTH',
      'PROTOCOL_VIOLATION',
      insecure,
    ],
    ['offers no AUTH in clear', [hello], 'AUTH', 'AUTH_NOT_OFFERED', insecure],
    [
      'offers AUTH without a mechanism',
      [hello, on('EHLO', '250-a', '250 AUTH')],
      'AUTH',
      'AUTH_MECHANISM_NOT_SUPPORTED',
      insecure,
    ],
  ])('%s: %j', async (_, script, step, code, set) => {
    expect((await converse(script, set)).failure).toMatchObject({ step, code });
  });
});
