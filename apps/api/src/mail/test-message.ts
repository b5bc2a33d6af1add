import type { Mailbox } from './mailbox.ts';
import { composeMessage } from './mime-message.ts';

export interface TestMail {
  from: Mailbox;
  to: Mailbox;
  /** The name that the administrator gave the server, or null for settings not saved yet. */
  serverName: string | null;
  messageId: string;
  date: Date;
}

/** The test email. It speaks to a recipient who may not know what it is. */
export function testMessage({ from, to, serverName, messageId, date }: TestMail): Promise<Buffer> {
  const server = serverName === null ? 'an SMTP server' : `the server "${serverName}"`;
  return composeMessage({
    from,
    to: [to],
    subject: serverName === null ? 'Test email' : `Test email: ${serverName}`,
    text: [
      'Hello,',
      '',
      'this is a test email.',
      `An administrator of Postroom sent it to check ${server}.`,
      '',
      'That it reached you means that the settings work.',
      'There is nothing you need to do.',
      '',
    ].join('\n'),
    messageId,
    date,
  });
}
