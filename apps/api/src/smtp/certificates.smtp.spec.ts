import {
  createAuthority,
  expired,
  greet,
  notYetValid,
  scriptedSmtpServer,
  selfSigned,
  withoutIntermediates,
  type ServerIdentity,
} from '@postroom/testing';
import { expect, it } from 'vitest';
import { authority, smtpSettings, test } from '../../testing/smtp-fixtures.ts';
import type { AddedTrust, TestOutcome } from './index.ts';

const intermediate = await authority.intermediate();

async function testOf(
  identity: ServerIdentity,
  trusted?: AddedTrust | ((sha256: string) => AddedTrust),
  hostname = '127.0.0.1',
): Promise<TestOutcome> {
  const server = await scriptedSmtpServer([greet('220 mail.test')], { implicitTls: identity });
  const settings = smtpSettings({ hostname, port: server.port, protocol: 'SMTPS' });
  const resolver = () => Promise.resolve(['127.0.0.1']);
  const first = await test(settings, undefined, {
    resolver,
    trusted: typeof trusted === 'function' ? undefined : trusted,
  });
  const sha256 = first.tls?.certificate?.sha256 ?? '';
  const outcome =
    typeof trusted === 'function'
      ? await test(settings, undefined, { resolver, trusted: trusted(sha256) })
      : first;
  await server.close();
  return outcome;
}

const pinned = (sha256: string) => ({ sha256: [sha256] });

it('trusts a certificate of a known authority, with its intermediate or without need of one', async () => {
  expect(await testOf(await authority.issue())).toMatchObject({ succeeded: true, tls: { verified: true } });
  expect(await testOf(await intermediate.issue())).toMatchObject({
    succeeded: true,
    tls: { verified: true },
  });
});

it('verifies the name of the server, in any spelling of it, and its address', async () => {
  const named = await authority.issue({ names: ['mail.example.org', 'xn--bcher-kva.example'] });
  expect((await testOf(named, undefined, ' Mail.Example.org. ')).succeeded).toBe(true);
  expect((await testOf(named, undefined, 'bücher.example')).succeeded).toBe(true);
  expect((await testOf(named, undefined, 'other.example.org')).failure).toMatchObject({
    code: 'CERTIFICATE_NAME_MISMATCH',
    message: expect.stringContaining('mail.example.org, xn--bcher-kva.example') as string,
  });
  expect(
    (await testOf(await authority.issue({ names: ['*.example.org'] }), undefined, 'mail.example.org'))
      .succeeded,
  ).toBe(true);
});

it('verifies an address by the addresses in the certificate alone', async () => {
  expect((await testOf(await authority.issue({ names: ['127.0.0.1'] }))).succeeded).toBe(true);
  expect((await testOf(await authority.issue({ names: ['localhost'] }))).failure?.code).toBe(
    'CERTIFICATE_NAME_MISMATCH',
  );
});

it.each([
  ['an unknown authority', async () => (await createAuthority()).issue(), 'CERTIFICATE_NOT_TRUSTED'],
  [
    'a missing intermediate',
    async () => withoutIntermediates(await intermediate.issue()),
    'CERTIFICATE_NOT_TRUSTED',
  ],
  ['itself', () => selfSigned(), 'CERTIFICATE_NOT_TRUSTED'],
  ['a trusted authority, expired', () => authority.issue(expired), 'CERTIFICATE_EXPIRED'],
  ['a trusted authority, for later', () => authority.issue(notYetValid), 'CERTIFICATE_NOT_YET_VALID'],
  [
    'a trusted authority, for another name',
    () => authority.issue({ names: ['x.example'] }),
    'CERTIFICATE_NAME_MISMATCH',
  ],
])('refuses a certificate from %s, and shows it', async (_, issue, code) => {
  const { failure, tls } = await testOf(await issue());
  expect(failure).toMatchObject({ step: 'TLS', code });
  expect(tls).toMatchObject({ verified: false, version: 'TLSv1.3' });
  expect(tls?.certificate?.pem).toContain('BEGIN CERTIFICATE');
  const mends = code === 'CERTIFICATE_NOT_TRUSTED' || code === 'CERTIFICATE_NAME_MISMATCH';
  expect(failure?.fix).toEqual(mends ? { trustSha256: tls?.certificate?.sha256 } : null);
});

it('shows the chain as it was presented, the own certificate first', async () => {
  const { tls } = await testOf(await intermediate.issue({ names: ['127.0.0.1', 'mail.example.org'] }));
  expect(tls?.chain.map(({ subject }) => subject)).toEqual(['CN=127.0.0.1', 'CN=Test Intermediate']);
  expect(tls?.certificate).toMatchObject({
    issuer: 'CN=Test Intermediate',
    names: ['127.0.0.1', 'mail.example.org'],
  });
  expect(tls?.certificate?.validTo).toBeInstanceOf(Date);
});

it('trusts an added authority, a root or an intermediate one', async () => {
  const foreign = await createAuthority('Foreign Root');
  const below = await foreign.intermediate();
  expect((await testOf(await foreign.issue(), { authorities: [foreign.pem] })).succeeded).toBe(true);
  expect((await testOf(await below.issue(), { authorities: [below.pem] })).succeeded).toBe(true);
  expect((await testOf(await authority.issue(), { authorities: [foreign.pem] })).succeeded).toBe(true);
});

it('trusts exactly the certificate that was chosen, whatever its name, and not another one', async () => {
  expect((await testOf(await selfSigned({ names: ['x.example'] }), pinned)).succeeded).toBe(true);
  expect((await testOf(await authority.issue({ names: ['x.example'] }), pinned)).succeeded).toBe(true);
  expect((await testOf(await selfSigned(), { sha256: ['00:11'] })).failure?.code).toBe(
    'CERTIFICATE_NOT_TRUSTED',
  );
});

it('does not trust a chosen certificate beyond its time', async () => {
  expect((await testOf(await selfSigned(expired), pinned)).failure?.code).toBe('CERTIFICATE_EXPIRED');
  expect((await testOf(await selfSigned(notYetValid), pinned)).failure?.code).toBe(
    'CERTIFICATE_NOT_YET_VALID',
  );
});
