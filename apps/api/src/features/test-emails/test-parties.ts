import type { Mailbox } from '../../mail/mailbox.ts';
import type { InputProblem } from '../../refusals/refusal.ts';
import { faxAt, mailboxAt, ServerKind, type TestSubject } from '../smtp-servers/index.ts';

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
