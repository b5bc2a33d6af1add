import { describe, expect, it } from 'vitest';
import { addressPolicy, parseNetworks, parsePorts } from './address-policy.ts';

describe('the address policy', () => {
  const bare = addressPolicy({ ownAddresses: [] });

  it.each(['192.0.2.1', '127.0.0.1', '10.1.2.3', '192.168.1.1', '::1', 'fd00::1', '2001:db8::1'])(
    'allows %s, mail servers of an organisation being on private networks',
    (address) => {
      expect(bare.allows(address, 25)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '169.254.169.254',
    '169.254.1.1',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '100.100.100.200',
    '168.63.129.16',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::169.254.169.254',
    '64:ff9b::169.254.169.254',
    '2002:a9fe:a9fe::1',
  ])('always denies %s', (address) => {
    expect(bare.allows(address, 25)).toBe(false);
  });

  it('denies what is no address', () => {
    expect(bare.allows('mail.example.org', 25)).toBe(false);
  });

  it('denies the networks of the operator, in every spelling of their addresses', () => {
    const policy = addressPolicy({
      deniedNetworks: ['127.0.0.0/8', '10.0.0.7', 'fd00::/8'],
      ownAddresses: [],
    });
    for (const address of [
      '127.0.0.1',
      '127.9.9.9',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
      '10.0.0.7',
      'fd12::1',
    ]) {
      expect(policy.allows(address, 25)).toBe(false);
    }
    expect(policy.allows('10.0.0.8', 25)).toBe(true);
  });

  it('allows the ports of the operator alone', () => {
    const policy = addressPolicy({ allowedPorts: parsePorts('25, 465,10000-10100'), ownAddresses: [] });
    expect([25, 465, 10000, 10100].map((port) => policy.allows('192.0.2.1', port))).not.toContain(false);
    expect([24, 587, 10101].map((port) => policy.allows('192.0.2.1', port))).not.toContain(true);
  });

  it('denies its own ports on this machine, and not elsewhere', () => {
    const policy = addressPolicy({ ownPorts: [4000], ownAddresses: ['192.0.2.9', '2001:db8::9'] });
    for (const address of [
      '127.0.0.1',
      '127.1.1.1',
      '::1',
      '::ffff:127.0.0.1',
      '192.0.2.9',
      '2001:db8:0::9',
    ]) {
      expect(policy.allows(address, 4000)).toBe(false);
      expect(policy.allows(address, 25)).toBe(true);
    }
    expect(policy.allows('192.0.2.10', 4000)).toBe(true);
  });

  it('denies the database where it stands on another machine', () => {
    const policy = addressPolicy({ ownEndpoints: [{ address: '10.0.0.5', port: 5432 }], ownAddresses: [] });
    expect(policy.allows('10.0.0.5', 5432)).toBe(false);
    expect(policy.allows('::ffff:10.0.0.5', 5432)).toBe(false);
    expect(policy.allows('10.0.0.5', 25)).toBe(true);
  });
});

it('reads networks, and finds what is none', () => {
  expect(parseNetworks('10.0.0.0/8, 192.168.1.7 fd00::/8')).toEqual([
    '10.0.0.0/8',
    '192.168.1.7',
    'fd00::/8',
  ]);
  expect(parseNetworks('')).toEqual([]);
  for (const wrong of ['10.0.0.0/33', 'example.org', '10', '10.0.0', '::/129', '10.0.0.0/8;1.1.1.1']) {
    expect(parseNetworks(wrong)).toBeNull();
  }
});

it('reads ports, and finds what is none', () => {
  expect(parsePorts('25,10000-10100')).toEqual([
    { from: 25, to: 25 },
    { from: 10000, to: 10100 },
  ]);
  for (const wrong of ['0', '65536', '20-10', 'smtp', '25-', '-25', '1-2-3'])
    expect(parsePorts(wrong)).toBeNull();
});
