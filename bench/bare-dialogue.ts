import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { connect as connectTls, type SecureContext } from 'node:tls';

export interface BareMail {
  port: number;
  from: string;
  to: string;
  message: Buffer;
  /** Where given: STARTTLS, and AUTH PLAIN with these words. */
  secure: { context: SecureContext; username: string; password: string } | null;
}

type Replies = AsyncIterator<string>;

/** The least that sends a mail: no deadline, no limit, no check but "the reply begins with this". */
export async function bareDialogue({ port, from, to, message, secure }: BareMail): Promise<void> {
  let socket: Socket = connect({ host: 'localhost', port, noDelay: true });
  let lines = linesOf(socket);
  await expectReply(lines.replies, '220');
  await ask('EHLO postroom.example.org', '250');
  if (secure !== null) {
    await ask('STARTTLS', '220');
    lines.reader.close();
    socket.removeAllListeners();
    const encrypted = connectTls({ socket, servername: 'localhost', secureContext: secure.context });
    await once(encrypted, 'secureConnect');
    socket = encrypted;
    lines = linesOf(socket);
    await ask('EHLO postroom.example.org', '250');
    const words = Buffer.from(`\0${secure.username}\0${secure.password}`).toString('base64');
    await ask(`AUTH PLAIN ${words}`, '235');
  }
  await ask(`MAIL FROM:<${from}>`, '250');
  await ask(`RCPT TO:<${to}>`, '250');
  await ask('DATA', '354');
  socket.write(message);
  await ask('.', '250');
  await ask('QUIT', '221');
  socket.destroy();

  async function ask(command: string, expected: string): Promise<void> {
    socket.write(`${command}\r\n`);
    await expectReply(lines.replies, expected);
  }
}

function linesOf(socket: Socket): { reader: Interface; replies: Replies } {
  const reader = createInterface({ input: socket });
  return { reader, replies: reader[Symbol.asyncIterator]() };
}

async function expectReply(replies: Replies, expected: string): Promise<void> {
  for (;;) {
    const line = String((await replies.next()).value);
    if (!line.startsWith(expected)) throw new Error(`expected ${expected}, and the server said ${line}`);
    if (line[3] !== '-') return;
  }
}
