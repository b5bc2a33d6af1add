import { expect, it } from 'vitest';
import { sendCall } from './send-call.ts';

it('has everything of an email but its content and what it does not have', () => {
  const email = {
    serverName: "O'Hara's relay",
    from: 'Postroom <postroom@example.org>',
    to: ["o'hara@example.org"],
    cc: [],
    bcc: ['archive@example.org'],
    replyTo: [],
    subject: 'Invoice 7',
    idempotencyKey: 'order-7',
  };
  expect(sendCall(email).variables).toEqual({
    input: {
      server: { name: "O'Hara's relay" },
      from: email.from,
      to: email.to,
      bcc: email.bcc,
      subject: 'Invoice 7',
      text: 'YOUR TEXT',
    },
  });
});
