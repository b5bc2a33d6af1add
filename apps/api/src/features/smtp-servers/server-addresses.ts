import { faxAddress, parseFaxTemplate } from '../../mail/fax-address.ts';
import { parseFaxNumber } from '../../mail/fax-number.ts';
import { parseMailbox, type Mailbox } from '../../mail/mailbox.ts';
import type { InputProblem } from '../../refusals/refusal.ts';
import type { SmtpServer } from './smtp-server.ts';

/** An address as the server takes them; `path`: the field that it was entered in. */
export function mailboxAt(
  path: string,
  text: string,
  { mimeAddressStrict }: Pick<SmtpServer, 'mimeAddressStrict'>,
): Mailbox | InputProblem {
  const mailbox = parseMailbox(text, mimeAddressStrict ? 'strict' : 'lenient');
  return 'code' in mailbox ? { path, code: mailbox.code, message: mailbox.message } : mailbox;
}

/** The address that a fax server's gateway has for a number. */
export function faxAt(
  path: string,
  text: string,
  { faxAddressTemplate }: Pick<SmtpServer, 'faxAddressTemplate'>,
): Mailbox | InputProblem {
  const number = parseFaxNumber(text);
  if ('code' in number) return { path, ...number };
  const template = parseFaxTemplate(faxAddressTemplate ?? '');
  return 'code' in template ? { path, ...template } : faxAddress(template, number);
}
