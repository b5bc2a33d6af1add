import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { TrustedProxies } from './trusted-proxies.ts';

const request = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  const none = new TrustedProxies([]);
  const own = new TrustedProxies(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);

  it.each([
    ['nobody is trusted', none, '10.0.0.1', '192.0.2.9', '10.0.0.1'],
    ['a stranger makes one up', own, '198.51.100.7', '192.0.2.9', '198.51.100.7'],
    ['one proxy', own, '10.0.0.1', '192.0.2.9', '192.0.2.9'],
    ['two proxies', own, '127.0.0.1', '192.0.2.9, 10.1.1.1', '192.0.2.9'],
    ['a client makes up what stands before', own, '10.0.0.1', '203.0.113.1, 192.0.2.9', '192.0.2.9'],
    ['a client calls itself a proxy', own, '10.0.0.1', '10.9.9.9, 192.0.2.9', '192.0.2.9'],
    ['garbage', own, '10.0.0.1', 'unknown', '10.0.0.1'],
    ['garbage before', own, '10.0.0.1', "' OR 1=1, 192.0.2.9", '192.0.2.9'],
    ['IPv4 in IPv6', own, '::ffff:10.0.0.1', '192.0.2.9', '192.0.2.9'],
    ['IPv6', own, 'fd00::1', '2001:db8::1', '2001:db8::1'],
    ['no header', own, '10.0.0.1', '', '10.0.0.1'],
  ])('where %s', (_, proxies, remote, forwarded, expected) => {
    const headers = forwarded === '' ? {} : { 'x-forwarded-for': forwarded };
    expect(proxies.clientAddress(request(remote, headers))).toBe(expected);
  });

  it('is not known of a connection that is gone', () => {
    expect(own.clientAddress(request(undefined))).toBeNull();
  });
});

describe('a page of this service', () => {
  const publicUrl = new URL('https://mail.example.org');
  const own = new TrustedProxies(['10.0.0.0/8']);
  const forwarded = {
    origin: 'https://inner.example.org',
    host: 'api:4000',
    'x-forwarded-host': 'inner.example.org',
  };

  it.each([
    ['of the public address', '192.0.2.1', { origin: 'https://mail.example.org' }, true],
    [
      'of the host that it asked for',
      '192.0.2.1',
      { origin: 'http://localhost:4000', host: 'localhost:4000' },
      true,
    ],
    ['of the host that a proxy names', '10.0.0.1', forwarded, true],
    ['of a host that a stranger names', '192.0.2.1', forwarded, false],
    [
      'of another origin',
      '192.0.2.1',
      { origin: 'https://evil.example.net', host: 'mail.example.org' },
      false,
    ],
    ['of no origin', '192.0.2.1', { origin: 'null', host: 'mail.example.org' }, false],
    ['that is none: a script', '192.0.2.1', {}, true],
  ])('is one %s', (_, remote, headers, expected) => {
    expect(own.isFromHere(request(remote, headers), publicUrl)).toBe(expected);
  });
});
