// Policy × behaviour of the server, read from the wire and not from the settings.
import {
  greet,
  hangUp,
  on,
  say,
  scriptedSmtpServer,
  selfSigned,
  startTls,
  awaitBytes,
  type ScriptStep,
} from '@postroom/testing';
import { describe, expect, it } from 'vitest';
import {
  aMail,
  authority,
  credentials,
  PASSWORD,
  smtpSettings,
  test,
  USERNAME,
} from '../../testing/smtp-fixtures.ts';
import type { StartTls } from './index.ts';

const identity = await authority.issue();
const untrusted = await selfSigned();
const auth = '250 AUTH PLAIN LOGIN';
const offer = on('EHLO', '250-mail.test', '250-STARTTLS', auth);
const inside = on('EHLO', '250-mail.test', auth);
const clearOnly = [greet('220 mail.test'), on('EHLO', '250-mail.test', auth)];

const behaviours = {
  'does it well': [[greet('220 mail.test'), offer, on('STARTTLS', '220 Go'), startTls(identity), inside]],
  'does not offer it': [clearOnly],
  'knows no EHLO': [[greet('220 mail.test'), on('EHLO', '502 What?')]],
  'refuses it for now': [[greet('220 mail.test'), offer, on('STARTTLS', '454 Later')]],
  'refuses it for good': [[greet('220 mail.test'), offer, on('STARTTLS', '554 Never')]],
  'closes in the handshake': [[greet('220 mail.test'), offer, on('STARTTLS', '220 Go'), hangUp()], clearOnly],
  'answers the handshake with garbage': [
    [greet('220 mail.test'), offer, on('STARTTLS', '220 Go'), awaitBytes(), say('what?\r\n')],
    clearOnly,
  ],
  'has nothing newer than TLS 1.1': [
    [
      greet('220 mail.test'),
      offer,
      on('STARTTLS', '220 Go'),
      startTls({ ...identity, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    ],
    clearOnly,
  ],
  'has no forward-secret cipher': [
    [
      greet('220 mail.test'),
      offer,
      on('STARTTLS', '220 Go'),
      startTls({ ...identity, maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256' }),
    ],
    clearOnly,
  ],
  'has an untrusted certificate': [
    [greet('220 mail.test'), offer, on('STARTTLS', '220 Go'), startTls(untrusted), inside],
  ],
} satisfies Record<string, ScriptStep[][]>;
type Behaviour = keyof typeof behaviours;

/** Where the mail went, and the password; null = nowhere. */
interface Wire {
  mail: 'in clear' | 'encrypted' | null;
  password: 'in clear' | 'encrypted' | null;
  startTls: boolean;
  code: string | null;
}

async function wireOf(
  behaviour: Behaviour,
  policy: StartTls,
  withPassword: boolean,
  allowInsecureAuth: boolean,
): Promise<Wire> {
  const server = await scriptedSmtpServer(behaviours[behaviour]);
  const settings = smtpSettings({
    port: server.port,
    startTls: policy,
    allowInsecureAuth,
    ...(withPassword ? credentials : {}),
  });
  const { failure } = await test(settings, aMail());
  await server.emptied();
  const found = (bytes: string): Wire['mail'] => {
    if (server.clear.includes(bytes)) return 'in clear';
    return server.encrypted.includes(bytes) ? 'encrypted' : null;
  };
  const wire = {
    mail: found('MAIL FROM'),
    password: found(Buffer.from(`\0${USERNAME}\0${PASSWORD}`).toString('base64')),
    startTls: server.commands.includes('STARTTLS'),
    code: failure?.code ?? null,
  };
  await server.close();
  return wire;
}

const all = Object.keys(behaviours) as Behaviour[];
const encrypts = (behaviour: Behaviour) => behaviour === 'does it well';
const isUntrusted = (behaviour: Behaviour) => behaviour === 'has an untrusted certificate';
const offers = (behaviour: Behaviour) => behaviour !== 'does not offer it' && behaviour !== 'knows no EHLO';

describe.concurrent.each(all)('a server that %s', (behaviour) => {
  it('is never asked for StartTLS where it is disabled', async () => {
    expect(await wireOf(behaviour, 'DISABLED', false, false)).toEqual({
      mail: 'in clear',
      password: null,
      startTls: false,
      code: null,
    });
  });

  it('gets the mail where StartTLS is enabled, encrypted where it can', async () => {
    expect(await wireOf(behaviour, 'ENABLED', false, false)).toEqual({
      mail: encrypts(behaviour) || isUntrusted(behaviour) ? 'encrypted' : 'in clear',
      password: null,
      startTls: offers(behaviour),
      code: null,
    });
  });

  it('gets the mail only inside verified TLS where StartTLS is required', async () => {
    const wire = await wireOf(behaviour, 'ENABLED_AND_REQUIRED', false, true);
    expect(wire.mail).toBe(encrypts(behaviour) ? 'encrypted' : null);
    expect(wire.code === null).toBe(encrypts(behaviour));
  });

  it.each(['DISABLED', 'ENABLED', 'ENABLED_AND_REQUIRED'] as const)(
    'gets the password only inside verified TLS, with StartTLS %s',
    async (policy) => {
      const wire = await wireOf(behaviour, policy, true, false);
      const isSafe = encrypts(behaviour) && policy !== 'DISABLED';
      expect(wire.password).toBe(isSafe ? 'encrypted' : null);
      expect(wire.mail).toBe(isSafe ? 'encrypted' : null);
    },
  );

  it('gets the password in clear or unverified only where an administrator allows it', async () => {
    const wire = await wireOf(behaviour, 'ENABLED', true, true);
    if (behaviour === 'knows no EHLO')
      expect(wire).toMatchObject({ password: null, code: 'AUTH_NOT_OFFERED' });
    else expect(wire).toMatchObject({ password: wire.mail, code: null });
    expect((await wireOf(behaviour, 'ENABLED_AND_REQUIRED', true, true)).password).toBe(
      encrypts(behaviour) ? 'encrypted' : null,
    );
  });
});

it('verifies SMTPS even where insecure sign-in is allowed and StartTLS is opportunistic', async () => {
  const server = await scriptedSmtpServer([greet('220 mail.test')], { implicitTls: untrusted });
  const settings = smtpSettings({
    port: server.port,
    protocol: 'SMTPS',
    startTls: 'ENABLED',
    allowInsecureAuth: true,
    ...credentials,
  });
  expect((await test(settings)).failure).toMatchObject({ step: 'TLS', code: 'CERTIFICATE_NOT_TRUSTED' });
  await server.emptied();
  expect(server.encrypted.length).toBe(0);
  await server.close();
});
