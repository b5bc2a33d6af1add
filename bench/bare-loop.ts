import { once } from 'node:events';
import { connect } from 'node:net';

interface BareLoop {
  port: number;
  from: string;
  to: string;
  message: Buffer;
  /** One more email? */
  hasMore: () => boolean;
}

/** The least that pipelines emails over one connection: two writes an email, no deadline, no check but "a reply has ended". */
export async function bareLoop({ port, from, to, message, hasMore }: BareLoop): Promise<void> {
  const envelope = `MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`;
  const withDot = Buffer.concat([message, Buffer.from('.\r\n')]);
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  const steps: Record<string, { endsWith: RegExp; next: () => void }> = {
    greeting: { endsWith: /^220 .*\r\n$/m, next: () => say('hello', 'EHLO postroom.example.org\r\n') },
    hello: { endsWith: /^250 .*\r\n$/m, next: begin },
    envelope: { endsWith: /^354 .*\r\n$/m, next: () => say('verdict', withDot) },
    verdict: { endsWith: /^250 .*\r\n$/m, next: begin },
    quit: { endsWith: /^221 .*\r\n$/m, next: () => socket.destroy() },
  };
  let step = 'greeting';
  let heard = '';
  socket.on('data', (bytes: Buffer) => {
    heard += bytes.toString('latin1');
    const expected = steps[step];
    if (expected?.endsWith.test(heard) !== true) return;
    heard = '';
    expected.next();
  });
  await once(socket, 'close');

  function begin(): void {
    if (hasMore()) say('envelope', envelope);
    else say('quit', 'QUIT\r\n');
  }

  function say(next: string, bytes: string | Buffer): void {
    step = next;
    socket.write(bytes);
  }
}
