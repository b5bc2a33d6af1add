import { describe, expect, it } from 'vitest';
import { normaliseHostname, parsePastedHost } from './hostname.ts';

describe('a host name', () => {
  it.each([
    ['  mail.example.org\t', 'mail.example.org'],
    ['Mail.Example.ORG', 'mail.example.org'],
    ['mail.example.org.', 'mail.example.org'],
    ['localhost', 'localhost'],
    ['mail_server', 'mail_server'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['ｍａｉｌ.example', 'mail.example'],
    ['192.0.2.1', '192.0.2.1'],
    ['[2001:DB8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    // Every spelling of an address is that address, so that nothing gets past the policy by spelling.
    ['127.1', '127.0.0.1'],
    ['0', '0.0.0.0'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.1', '127.0.0.1'],
    ['①②⑦.0.0.1', '127.0.0.1'],
    ['[::ffff:127.0.0.1]', '::ffff:127.0.0.1'],
  ])('%j is %j', (input, name) => {
    expect(normaliseHostname(input)).toBe(name);
  });

  it.each([
    '',
    ' ',
    '.',
    'a b',
    'mail..example.org',
    '-mail.example.org',
    'mail-.example.org',
    'mail.example.org\r\nQUIT',
    'mail.example.org\0',
    'mail.example.org/x',
    'mail%2eexample.org',
    'ada@mail.example.org',
    'mail.example.org:25',
    '[mail.example.org]',
    '[::1',
    'fe80::1%eth0',
    '1.2.3.256',
    'x'.repeat(64),
    'x.'.repeat(127) + 'xx',
    'x'.repeat(10_000),
    'smtp://mail.example.org',
  ])('%j is none', (input) => {
    expect(normaliseHostname(input)).toBeNull();
  });
});

describe('what people paste into the host field', () => {
  it.each([
    ['smtp://mail.example.org:587', { hostname: 'mail.example.org', port: 587, protocol: 'SMTP' }],
    ['SMTPS://mail.example.org/', { hostname: 'mail.example.org', port: null, protocol: 'SMTPS' }],
    ['submissions://mail.example.org', { hostname: 'mail.example.org', port: null, protocol: 'SMTPS' }],
    ['mail.example.org:25', { hostname: 'mail.example.org', port: 25, protocol: null }],
    ['mail.example.org', { hostname: 'mail.example.org', port: null, protocol: null }],
    ['[2001:db8::1]:465', { hostname: '2001:db8::1', port: 465, protocol: null }],
    ['2001:db8::1', { hostname: '2001:db8::1', port: null, protocol: null }],
    ['smtp://ada:s3cret@mail.example.org:587', { hostname: 'mail.example.org', port: 587, protocol: 'SMTP' }],
  ])('%j is understood', (input, parts) => {
    expect(parsePastedHost(input)).toEqual(parts);
  });

  it.each([
    '',
    'http://mail.example.org',
    'mail.example.org:0',
    'mail.example.org:70000',
    'smtp://',
    'a b:25',
    ':25',
  ])('%j is not', (input) => {
    expect(parsePastedHost(input)).toBeNull();
  });
});
