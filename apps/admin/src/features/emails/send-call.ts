import { SendEmailDocument, type SendEmailInput } from '../../generated/graphql.ts';
import type { ApiCall } from '../api-calls/index.ts';

/** What of an email can be sent again. The panel never has its content, nor is its key one to be used twice. */
export interface SentEmail {
  serverName: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
}

/** How an application sends such an email, with YOUR TEXT to be replaced. */
export function sendCall(email: SentEmail): ApiCall {
  const { serverName, from, to, cc, bcc, replyTo, subject } = email;
  const input: SendEmailInput = {
    server: { name: serverName },
    from,
    to,
    ...(cc.length > 0 && { cc }),
    ...(bcc.length > 0 && { bcc }),
    ...(replyTo.length > 0 && { replyTo }),
    subject,
    text: 'YOUR TEXT',
  };
  return { document: SendEmailDocument, variables: { input } };
}
