import { faxAddress, parseFaxTemplate } from '../../mail/fax-address.ts';
import { parseFaxNumber } from '../../mail/fax-number.ts';
import { parseMailbox, type Mailbox } from '../../mail/mailbox.ts';
import type { InputProblem } from '../../refusals/refusal.ts';
import { ServerKind, type TestSubject } from '../smtp-servers/index.ts';

/** Sender and recipient of a test, by the address rule of what is tested; for a fax server the recipient is the gateway's address of the number. */
export function testParties(
  { from, to }: { from: string; to: string },
  subject: TestSubject,
): { sender: Mailbox; recipient: Mailbox } | InputProblem[] {
  const sender = mailboxAt('from', from, subject);
  const recipient = subject.kind === ServerKind.FAX ? faxAt('to', to, subject) : mailboxAt('to', to, subject);
  if (!('code' in sender) && !('code' in recipient)) return { sender, recipient };
  return [sender, recipient].filter((party) => 'code' in party);
}

function mailboxAt(path: string, text: string, { mimeAddressStrict }: TestSubject): Mailbox | InputProblem {
  const mailbox = parseMailbox(text, mimeAddressStrict ? 'strict' : 'lenient');
  return 'code' in mailbox ? { path, ...mailbox } : mailbox;
}

function faxAt(path: string, text: string, { faxAddressTemplate }: TestSubject): Mailbox | InputProblem {
  const number = parseFaxNumber(text);
  if ('code' in number) return { path, ...number };
  const template = parseFaxTemplate(faxAddressTemplate ?? '');
  return 'code' in template ? { path, ...template } : faxAddress(template, number);
}
