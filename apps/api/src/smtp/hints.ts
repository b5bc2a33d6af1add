import type { SmtpReply } from './smtp-reply.ts';

/** A reply that many administrators meet. What it says is what happened; here stands why, and what to do. */
export interface ProviderHint {
  code: number;
  enhancedCode?: string;
  /** Words of the reply, where the codes alone say too little. */
  words?: RegExp;
  why: string;
  whatToDo: string;
}

/** Read from the top: the first row that fits. The words of a provider stand before its bare codes. */
export const providerHints: readonly ProviderHint[] = [
  {
    code: 535,
    enhancedCode: '5.7.139',
    why: 'Microsoft 365 has signing in with a password (basic authentication) switched off for this mailbox or organisation.',
    whatToDo:
      'Have an administrator allow Authenticated SMTP for the mailbox (Exchange admin centre: Mail flow settings, Email apps) and check that no security default or policy blocks it, or use a relay that accepts this machine.',
  },
  {
    code: 550,
    enhancedCode: '5.7.30',
    why: 'Microsoft 365 no longer takes a user name and password for sending (basic authentication is retired).',
    whatToDo: 'Use a connector or relay that accepts this machine by its address, or another provider.',
  },
  {
    code: 534,
    enhancedCode: '5.7.9',
    why: 'The provider asks for an application password: the password of the account is not enough where two-step verification is on.',
    whatToDo: 'Make an app password in the account (Google: Security, App passwords) and enter it here.',
  },
  {
    code: 534,
    enhancedCode: '5.7.14',
    why: 'Google found this sign-in unusual and blocked it.',
    whatToDo:
      'Sign in to the account in a browser once and confirm that it was you, or make an app password and enter it here.',
  },
  {
    code: 535,
    enhancedCode: '5.7.8',
    words: /gsmtp|google/i,
    why: 'Google refused the user name or the password; the ordinary password of an account is refused too.',
    whatToDo:
      'Turn on 2-Step Verification for the account, make an app password (16 letters) and enter it here, with the full address as user name.',
  },
  {
    code: 535,
    enhancedCode: '5.7.8',
    why: 'The user name or the password is wrong, or the account may not sign in this way.',
    whatToDo:
      'Enter the password again; many providers want the full address as user name, and some an app password.',
  },
  {
    code: 535,
    enhancedCode: '5.7.3',
    why: 'Microsoft Exchange refused the user name or the password.',
    whatToDo:
      'Enter the password again, with the full address (or DOMAIN\\user on your own Exchange) as user name, and check that the mailbox may use SMTP.',
  },
  {
    code: 530,
    enhancedCode: '5.7.57',
    why: 'Microsoft 365 accepts mail on this port only from clients that signed in.',
    whatToDo:
      'Set a user name and password and require StartTLS on port 587, or use the connector address of your organisation on port 25.',
  },
  {
    code: 550,
    enhancedCode: '5.7.60',
    why: 'The account that signed in may not send as the sender address.',
    whatToDo:
      'Send from the address of the account, or give the account the "Send as" permission for this address.',
  },
  {
    code: 550,
    enhancedCode: '5.7.26',
    why: 'The receiver could not verify that this server may send for the domain of the sender (SPF, DKIM).',
    whatToDo:
      "Add this server to the SPF record of the sender's domain, or have its provider sign with DKIM.",
  },
  {
    code: 554,
    words: /spamhaus|spamcop|barracuda|block ?list|black ?list|\b(rbl|dnsbl|sbl|xbl|pbl)\b/i,
    why: 'The address of this machine stands on a block list that the server uses.',
    whatToDo:
      'Look the address up on the list named in the reply and ask for its removal, or send through the relay of your provider.',
  },
  {
    code: 550,
    words: /spamhaus|spamcop|barracuda|block ?list|black ?list|\b(rbl|dnsbl|sbl|xbl|pbl)\b/i,
    why: 'The address of this machine stands on a block list that the server uses.',
    whatToDo:
      'Look the address up on the list named in the reply and ask for its removal, or send through the relay of your provider.',
  },
  {
    code: 550,
    enhancedCode: '5.7.54',
    why: 'The server does not pass mail on to this recipient for clients that did not sign in.',
    whatToDo: 'Set a user name and password, or have this machine added to the addresses that may relay.',
  },
  {
    code: 550,
    enhancedCode: '5.7.1',
    words: /relay/i,
    why: 'The server does not pass mail on to other domains for this client (relaying denied).',
    whatToDo: 'Set a user name and password, or have this machine added to the addresses that may relay.',
  },
  {
    code: 554,
    enhancedCode: '5.7.1',
    words: /relay/i,
    why: 'The server does not pass mail on to other domains for this client (relaying denied).',
    whatToDo: 'Set a user name and password, or have this machine added to the addresses that may relay.',
  },
  {
    code: 550,
    enhancedCode: '5.7.1',
    why: 'A rule of the server forbids this sender, recipient or message.',
    whatToDo:
      'Check that the account may send as this address, and ask the administrator of the server which rule it is.',
  },
  {
    code: 552,
    enhancedCode: '5.3.4',
    why: 'The email is larger than the server takes.',
    whatToDo:
      'Send smaller attachments, or let attachments become download links in the settings of this server.',
  },
  {
    code: 451,
    enhancedCode: '4.7.500',
    why: 'Microsoft 365 slows down the address of this machine because it does not know it well, or because it sends much.',
    whatToDo:
      'Wait: the next try usually passes. If it lasts, send fewer emails a minute or ask Microsoft to look at the address.',
  },
  {
    code: 421,
    enhancedCode: '4.7.0',
    why: 'The server takes no more from this machine for now: too many connections or emails, or it does not trust its address.',
    whatToDo:
      'Wait; if it lasts, lower the connections and emails a minute in the settings, and check the reverse DNS name of this machine.',
  },
  {
    code: 451,
    enhancedCode: '4.7.1',
    words: /gr[ae]y ?list/i,
    why: 'The server puts off mail from senders that it sees for the first time (greylisting).',
    whatToDo: 'Nothing: the same email is taken at a later try, usually within some minutes.',
  },
];

/** One sentence why and one what to do, for a reply that the table knows. */
export function providerHint(reply: SmtpReply): string | null {
  const text = reply.lines.join(' ');
  const found = providerHints.find(
    (row) =>
      row.code === reply.code &&
      (row.enhancedCode === undefined || row.enhancedCode === reply.enhancedCode) &&
      (row.words === undefined || row.words.test(text)),
  );
  return found === undefined ? null : `${found.why} ${found.whatToDo}`;
}
