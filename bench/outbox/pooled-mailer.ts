import { createTransport } from 'nodemailer';
import { CONNECTIONS, FROM, type TestEmail } from './contestant.ts';

/** nodemailer as its documentation has it for many emails: a pool of connections. */
export function pooledMailer(sinkPort: number): (email: TestEmail) => Promise<unknown> {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: sinkPort,
    secure: false,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
  });
  return (email) => transport.sendMail({ from: FROM, ...email });
}
