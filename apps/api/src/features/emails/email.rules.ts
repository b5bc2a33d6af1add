import type { Mailbox } from '../../mail/mailbox.ts';
import type { InputProblem } from '../../refusals/refusal.ts';
import { textProblems } from '../../refusals/text-problem.ts';
import { faxAt, mailboxAt, ServerKind, type SmtpServer } from '../smtp-servers/index.ts';
import type { SendEmail } from './email.requests.ts';

export const MOST_RECIPIENTS = 500;
export const MOST_EMAILS = 500;
const MOST_REPLY_TO = 20;
const LONGEST_SUBJECT = 998;
const LONGEST_KEY = 255;
const FURTHEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** The addresses of an email, each of them approved by the rule of its server. */
export interface Parties {
  from: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  bcc: Mailbox[];
  replyTo: Mailbox[];
}

/** What stands in the header and what RCPT is told, or every problem with the addresses. */
export function emailParties(input: SendEmail, server: SmtpServer): Parties | InputProblem[] {
  const isFax = server.kind === ServerKind.FAX;
  const problems: InputProblem[] = [];
  const keep = <Value extends object>(value: Value | InputProblem): Value[] => {
    if ('code' in value) {
      problems.push(value);
      return [];
    }
    return [value];
  };
  const mailboxes = (path: string, texts: readonly string[] = []) =>
    texts.flatMap((text, index) => keep(mailboxAt(`${path}[${index}]`, text, server)));

  const from = keep(senderOf(input, server));
  const to = isFax
    ? input.to.flatMap((number, index) => keep(faxAt(`to[${index}]`, number, server)))
    : mailboxes('to', input.to);
  // What a fax cannot have needs no right form either.
  const cc = isFax ? [] : mailboxes('cc', input.cc ?? []);
  const bcc = isFax ? [] : mailboxes('bcc', input.bcc ?? []);
  const replyTo = mailboxes('replyTo', input.replyTo ?? []);
  problems.push(...countProblems(input), ...(isFax ? faxProblems(input) : []));
  const [sender] = from;
  return problems.length > 0 || sender === undefined ? problems : { from: sender, to, cc, bcc, replyTo };
}

/** Everything else that is wrong with an email, but its addresses, headers and attachments. */
export function contentProblems(input: SendEmail, now: Date): InputProblem[] {
  const { idempotencyKey, sendAt } = input;
  const key =
    typeof idempotencyKey === 'string'
      ? textProblems('idempotencyKey', idempotencyKey, {
          longest: LONGEST_KEY,
          whenEmpty: 'Enter a key, or leave it out.',
        })
      : [];
  return [
    ...textProblems('subject', input.subject, { longest: LONGEST_SUBJECT }),
    ...bodyProblems('text', input.text),
    ...bodyProblems('html', input.html),
    ...key,
    ...(sendAt && sendAt.getTime() - now.getTime() > FURTHEST_DAYS * DAY_MS
      ? [
          {
            path: 'sendAt',
            code: 'OUT_OF_RANGE' as const,
            message: `Choose a time within the next ${FURTHEST_DAYS} days.`,
          },
        ]
      : []),
  ];
}

/** Each address once, whatever list it stands in: nobody gets an email twice. */
export function envelopeOf({ to, cc, bcc }: Parties): string[] {
  return [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))];
}

function senderOf(input: SendEmail, server: SmtpServer): Mailbox | InputProblem {
  const text = input.from ?? server.defaultFrom;
  if (text === null) {
    const message = `Enter a sender: the server "${server.name}" has no default one.`;
    return { path: 'from', code: 'REQUIRED', message };
  }
  return mailboxAt('from', text, server);
}

function countProblems({ to, cc, bcc, replyTo }: SendEmail): InputProblem[] {
  const recipients = to.length + (cc?.length ?? 0) + (bcc?.length ?? 0);
  if (recipients === 0) {
    return [{ path: 'to', code: 'NO_RECIPIENT', message: 'Enter at least one recipient.' }];
  }
  const problems: InputProblem[] = [];
  if (recipients > MOST_RECIPIENTS) {
    const message = `Send it to at most ${MOST_RECIPIENTS} recipients, cc and bcc counted; these are ${recipients}.`;
    problems.push({ path: 'to', code: 'TOO_MANY', message });
  }
  if ((replyTo?.length ?? 0) > MOST_REPLY_TO) {
    problems.push({
      path: 'replyTo',
      code: 'TOO_MANY',
      message: `Enter at most ${MOST_REPLY_TO} addresses for answers.`,
    });
  }
  return problems;
}

function faxProblems(input: SendEmail): InputProblem[] {
  return (['cc', 'bcc'] as const)
    .filter((path) => (input[path]?.length ?? 0) > 0)
    .map((path) => ({
      path,
      code: 'NOT_FOR_FAX',
      message: 'Leave this out: a fax goes to the numbers in "to" alone.',
    }));
}

// Line ends and tabs belong into a text; no other control is for readers, and NUL can be stored nowhere.
// eslint-disable-next-line no-control-regex -- controls are the subject
const CONTROL_IN_BODY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function bodyProblems(path: string, text: string | null | undefined): InputProblem[] {
  if (text === null || text === undefined) return [];
  if (CONTROL_IN_BODY.test(text)) {
    return [{ path, code: 'CONTROL_CHARACTER', message: 'Remove the control characters from the text.' }];
  }
  return text.isWellFormed()
    ? []
    : [{ path, code: 'BAD_FORMAT', message: 'Remove the character that is not valid Unicode.' }];
}
