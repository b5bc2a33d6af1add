import { expect, it } from 'vitest';
import { capabilitiesOf, noCapabilities } from './capabilities.ts';

it('reads what a server offers, in any case and in both spellings of AUTH', () => {
  const lines = [
    'mail.test',
    'size 10240',
    'PIPELINING',
    '8bitmime',
    'SmtpUtf8',
    'STARTTLS',
    'AUTH PLAIN login',
    'AUTH=LOGIN CRAM-MD5',
  ];
  expect(capabilitiesOf(lines)).toEqual({
    startTls: true,
    pipelining: true,
    eightBitMime: true,
    smtpUtf8: true,
    size: true,
    maxMessageBytes: 10240,
    authMechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  });
});

it('takes the first line for the name of the server, whatever it says', () => {
  expect(capabilitiesOf(['STARTTLS'])).toEqual(noCapabilities);
});

it.each(['SIZE', 'SIZE 0', 'SIZE many', 'SIZE -1', 'SIZE 1e3'])('knows no limit from %j', (line) => {
  expect(capabilitiesOf(['mail.test', line])).toMatchObject({ size: true, maxMessageBytes: null });
});

it('tells an AUTH without mechanisms from no AUTH', () => {
  expect(capabilitiesOf(['mail.test', 'AUTH']).authMechanisms).toEqual([]);
  expect(capabilitiesOf(['mail.test']).authMechanisms).toBeNull();
});

it('leaves out mechanisms that no standard could name', () => {
  expect(capabilitiesOf(['mail.test', 'AUTH <b>x</b> PLAIN']).authMechanisms).toEqual(['PLAIN']);
});
