// From a name to a connection: look-up, policy, several addresses.
import { greet, scriptedSmtpServer } from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import { aMail, smtpSettings, test } from '../../testing/smtp-fixtures.ts';
import { addressPolicy, type TestOptions } from './index.ts';

const hello = greet('220 mail.test');

async function testOf(hostname: string, options: Partial<TestOptions> = {}, timeoutSeconds = 2) {
  const server = await scriptedSmtpServer([hello]);
  const outcome = await test(smtpSettings({ hostname, port: server.port, timeoutSeconds }), aMail(), options);
  await server.close();
  return { ...outcome, connections: server.connections };
}
const resolvesTo = (...addresses: string[]) => ({ resolver: () => Promise.resolve(addresses) });
const failsWith = (code: string) => ({
  resolver: () => Promise.reject(Object.assign(new Error(code), { code })),
});

describe('a look-up', () => {
  it('asks once, for the name as it is meant', async () => {
    const asked: string[] = [];
    const resolver = (name: string) => {
      asked.push(name);
      return Promise.resolve(['127.0.0.1']);
    };
    expect((await testOf('  Mäil.Example.ORG. ', { resolver })).succeeded).toBe(true);
    expect(asked).toEqual(['xn--mil-qla.example.org']);
  });

  it.each([
    ['ENOTFOUND', 'NAME_NOT_FOUND'],
    ['ENODATA', 'NAME_NOT_FOUND'],
    ['EAI_AGAIN', 'NAME_LOOKUP_FAILED'],
    ['ESERVFAIL', 'NAME_LOOKUP_FAILED'],
    ['ETIMEOUT', 'NAME_LOOKUP_FAILED'],
  ])('that ends with %s is %s', async (error, code) => {
    expect((await testOf('mail.example.org', failsWith(error))).failure).toMatchObject({ step: 'DNS', code });
  });

  it('that never answers is given up in time', async () => {
    const resolver = () => new Promise<never>(() => undefined);
    expect((await testOf('mail.example.org', { resolver }, 0.05)).failure).toMatchObject({
      step: 'DNS',
      code: 'NAME_LOOKUP_FAILED',
    });
  });

  it('is not needed to know that a name below .invalid does not exist (RFC 6761)', async () => {
    expect((await testOf('mail.invalid')).failure).toMatchObject({ step: 'DNS', code: 'NAME_NOT_FOUND' });
  });

  it('is not tried for what is no host name', async () => {
    const { failure } = await testOf('not a\u202E host', failsWith('EAI_AGAIN'));
    expect(failure).toMatchObject({
      step: 'DNS',
      code: 'NAME_NOT_FOUND',
      message: 'The host name "not a host" does not exist.',
    });
  });

  it('finds localhost as the machine does', async () => {
    expect((await testOf('localhost')).succeeded).toBe(true);
  });
});

describe('several addresses', () => {
  it('are tried in order until one answers', async () => {
    expect(
      (await testOf('mail.example.org', resolvesTo('::1', '127.0.0.1'))).steps.find(
        ({ name }) => name === 'CONNECT',
      ),
    ).toMatchObject({
      state: 'PASSED',
      detail: expect.stringMatching(/^127\.0\.0\.1 port \d+$/) as string,
    });
  });

  it('do not keep the second waiting for a first one that says nothing', async () => {
    // TEST-NET-1: here it is unreachable or silent, and never a server.
    const outcome = await testOf('mail.example.org', resolvesTo('192.0.2.1', '127.0.0.1'), 20);
    expect(outcome).toMatchObject({ succeeded: true, connections: 1 });
    expect(outcome.durationMs).toBeLessThan(10_000);
  });

  it('that all refuse are CONNECTION_REFUSED', async () => {
    const server = await scriptedSmtpServer([hello]);
    await server.close();
    const outcome = await test(
      smtpSettings({ hostname: 'mail.example.org', port: server.port }),
      aMail(),
      resolvesTo('127.0.0.1', '127.0.0.2'),
    );
    expect(outcome.failure).toMatchObject({ step: 'CONNECT', code: 'CONNECTION_REFUSED' });
  });
});

describe('the address policy', () => {
  const policy = addressPolicy({ deniedNetworks: ['127.0.0.0/8', '::1/128', '10.0.0.0/8'] });
  const refused = { step: 'CONNECT', code: 'ADDRESS_NOT_ALLOWED' };

  it.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '017700000001',
    '0177.0.0.1',
    '①②⑦.0.0.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '127.0.0.1.',
    ' 127.0.0.1 ',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '[::ffff:7f00:1]',
    '::127.0.0.1',
    '64:ff9b::127.0.0.1',
    '2002:7f00:1::',
    'localhost',
    'LOCALHOST.',
    '0',
    '0.0.0.0',
    '::',
    '169.254.169.254',
    '2852039166',
    'fd00:ec2::254',
  ])('keeps every spelling of a denied address from being connected to: %s', async (hostname) => {
    const { failure, connections } = await testOf(hostname, { policy });
    expect(failure).toMatchObject(refused);
    expect(connections).toBe(0);
  });

  it('judges each address of a name, and uses those that are left', async () => {
    expect(
      (await testOf('mail.example.org', { ...resolvesTo('10.1.2.3', '127.0.0.1'), policy })).failure,
    ).toMatchObject(refused);
    const some = addressPolicy({ deniedNetworks: ['10.0.0.0/8'] });
    expect(
      (await testOf('mail.example.org', { ...resolvesTo('10.1.2.3', '127.0.0.1'), policy: some })).succeeded,
    ).toBe(true);
  });

  it('is not got round by a second answer of the DNS', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const resolver = () => Promise.resolve(answers.shift() ?? []);
    expect(await testOf('mail.example.org', { resolver })).toMatchObject({ succeeded: true, connections: 1 });
    expect(answers).toHaveLength(1);
  });

  it('refuses a port that is not allowed before anything is connected to', async () => {
    expect(
      await testOf('127.0.0.1', { policy: addressPolicy({ allowedPorts: [{ from: 25, to: 25 }] }) }),
    ).toMatchObject({ failure: refused, connections: 0 });
  });
});
