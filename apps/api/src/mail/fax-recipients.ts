import { faxAddress, parseFaxTemplate, type FaxTemplateProblem } from './fax-address.ts';
import { parseFaxNumber, type FaxNumberProblem } from './fax-number.ts';
import type { Mailbox } from './mailbox.ts';

/** Whom an email names. */
export interface NamedRecipients {
  to: readonly string[];
  cc?: readonly string[] | null;
  bcc?: readonly string[] | null;
}

export interface FaxRecipientProblem {
  /** `to[1]` */
  path: string;
  code: FaxNumberProblem['code'] | FaxTemplateProblem['code'] | 'NOT_FOR_FAX' | 'NO_RECIPIENT';
  /** One sentence that says what to do. Never holds what was typed. */
  message: string;
}

/** One address of the gateway for each number, in their order, or everything that is wrong. A fax has no copies. */
export function faxRecipients(
  { to, cc, bcc }: NamedRecipients,
  template: string,
): { recipients: Mailbox[] } | FaxRecipientProblem[] {
  const parsedTemplate = parseFaxTemplate(template);
  if ('code' in parsedTemplate) return [{ path: 'server', ...parsedTemplate }];
  const problems: FaxRecipientProblem[] = [...noCopies('cc', cc ?? []), ...noCopies('bcc', bcc ?? [])];
  if (to.length === 0) {
    problems.push({ path: 'to', code: 'NO_RECIPIENT', message: 'Enter at least one fax number.' });
  }
  const recipients: Mailbox[] = [];
  for (const [index, text] of to.entries()) {
    const number = parseFaxNumber(text);
    if ('code' in number) problems.push({ path: `to[${String(index)}]`, ...number });
    else recipients.push(faxAddress(parsedTemplate, number));
  }
  return problems.length > 0 ? problems : { recipients };
}

function noCopies(path: string, copies: readonly string[]): FaxRecipientProblem[] {
  if (copies.length === 0) return [];
  return [{ path, code: 'NOT_FOR_FAX', message: 'Enter every number under "to": a fax has no copies.' }];
}
