import { curlCommand } from '../../curl.ts';

/** What of an email can be sent again. The panel never has its content, nor is its key one to be used twice. */
export interface SentEmail {
  serverName: string;
  from: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  replyTo: readonly string[];
  subject: string;
}

/** How an application sends such an email, with YOUR TOKEN and YOUR TEXT to be replaced. */
export function sendCommand(origin: string, email: SentEmail): string {
  const { serverName, from, to, subject } = email;
  const query = `mutation Send($input: SendEmailInput!) { sendEmail(input: $input) { __typename ... on Email { id } ... on Refusal { code message } } }`;
  const { cc, bcc, replyTo } = email;
  const others = Object.entries({ cc, bcc, replyTo }).filter(([, mailboxes]) => mailboxes.length > 0);
  const input = {
    server: { name: serverName },
    from,
    to,
    ...Object.fromEntries(others),
    subject,
    text: 'YOUR TEXT',
  };
  return curlCommand(origin, `-H 'Authorization: Bearer YOUR TOKEN'`, { query, variables: { input } });
}
