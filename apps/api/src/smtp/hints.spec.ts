import { expect, it } from 'vitest';
import { providerHint, providerHints } from './hints.ts';
import { enhancedCodeOf } from './smtp-reply.ts';

const hint = (said: string) => {
  const text = said.slice(4);
  return providerHint({
    code: Number(said.slice(0, 3)),
    enhancedCode: enhancedCodeOf(Number(said.slice(0, 3)), text),
    lines: [text],
  });
};

// As the providers word them.
it.each([
  [
    '535 5.7.8 Username and Password not accepted. https://support.google.com/mail/?p=BadCredentials x - gsmtp',
    'app password',
  ],
  ['535 5.7.8 Error: authentication failed', 'Enter the password again'],
  ['535 5.7.3 Authentication unsuccessful', 'Exchange'],
  [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    'Authenticated SMTP',
  ],
  ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'Authenticated SMTP'],
  ['534 5.7.9 Application-specific password required.', 'app password'],
  ['534 5.7.14 Please log in via your web browser and then try again.', 'browser'],
  ['530 5.7.57 Client not authenticated to send mail.', 'signed in'],
  ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'Send as'],
  ['550 5.7.30 Basic authentication is not supported for Client Submission.', 'retired'],
  ['550 5.7.1 Unable to relay for bob@example.net', 'relaying denied'],
  ['554 5.7.1 <bob@example.net>: Relay access denied', 'relaying denied'],
  ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'did not sign in'],
  ['550 5.7.26 This mail has been blocked because the sender is unauthenticated.', 'SPF'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'block list'],
  ['550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus', 'block list'],
  ['552 5.3.4 Message size exceeds fixed limit', 'larger'],
  ['451 4.7.500 Server busy. Please try again later', 'slows down'],
  ['421 4.7.0 Try again later, closing connection.', 'Wait'],
  ['451 4.7.1 Greylisting in action, please come back later', 'greylisting'],
])('knows why a server says %j, and what to do', (said, words) => {
  expect(hint(said)).toContain(words);
});

it('says nothing where it knows nothing', () => {
  expect(hint('550 5.1.1 No such user')).toBeNull();
});

it('gives each row a whole sentence for why and one for what to do', () => {
  for (const { why, whatToDo } of providerHints) {
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(whatToDo).toMatch(/^[A-Z].*\.$/);
  }
});
