import type { TokenScope } from '../../generated/graphql.ts';
import { curlCommand } from './curl-commands.ts';

const readings: readonly (readonly [TokenScope, string])[] = [
  ['SERVERS_READ', '{ smtpServers { nodes { name hostname port } } }'],
  ['EMAILS_READ', '{ emails(first: 5) { nodes { subject state } } }'],
  ['AUDIT_READ', '{ auditEvents(first: 5) { nodes { at actor action subject } } }'],
];

/** Something that the token may do and that changes nothing. */
export function readCommand(origin: string, secret: string, scopes: readonly TokenScope[]): string {
  const [, query] = readings.find(([scope]) => scopes.includes(scope)) ?? [
    '',
    '{ viewer { apiToken { name expiresAt } } }',
  ];
  return curlCommand(origin, authorization(secret), { query });
}

/** An email to its maker, from the first address that the token may use. */
export function sendCommand(
  origin: string,
  secret: string,
  { to, allowedFrom }: { to: string; allowedFrom: readonly string[] | null },
): string {
  const [sender] = allowedFrom ?? [];
  const from = sender?.replace(/^@/, 'postroom@');
  const query =
    'mutation Send($input: SendEmailInput!) { sendEmail(input: $input) { __typename ... on Email { id state } ... on Refusal { code message } } }';
  const input = { ...(from && { from }), to: [to], subject: 'Hello', text: 'Sent with an API token.' };
  return curlCommand(origin, authorization(secret), { query, variables: { input } });
}

function authorization(secret: string): string {
  return `-H 'Authorization: Bearer ${secret}'`;
}
