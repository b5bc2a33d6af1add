import { describe, expect, it } from 'vitest';
import { encryptionFor, encryptionOf, encryptionSettings, usualPort } from '../../smtp/encryption.ts';
import { faxAddress, followedFields } from './followed-fields.ts';
import { mergeDrafts } from './edit-conflict.ts';
import { passwordSituation } from './password-situation.ts';
import {
  type SmtpServerDraft,
  addInput,
  changedFields,
  draftInput,
  draftOf,
  newDraft,
  updateInput,
} from './smtp-server-draft.ts';
import { anSmtpServer } from './testing-servers.ts';

const saved = anSmtpServer();
const draftWith = (change: Partial<SmtpServerDraft>): SmtpServerDraft => ({ ...draftOf(saved), ...change });

describe('encryption as one choice', () => {
  it.each([
    ['SMTPS', 'ENABLED', 'SMTPS', 465],
    ['SMTPS', 'DISABLED', 'SMTPS', 465],
    ['SMTP', 'ENABLED_AND_REQUIRED', 'STARTTLS_REQUIRED', 587],
    ['SMTP', 'ENABLED', 'STARTTLS_IF_OFFERED', 25],
    ['SMTP', 'DISABLED', 'NONE', 25],
  ] as const)('reads %s with StartTLS %s as %s, usual port %i', (protocol, startTls, encryption, port) => {
    expect(encryptionOf({ protocol, startTls })).toBe(encryption);
    expect(usualPort(encryption)).toBe(port);
    expect({ protocol, startTls }).toMatchObject(encryptionSettings(encryption));
  });
});

it.each([
  ['SMTPS', 'NONE', 'SMTPS'],
  ['SMTP', 'SMTPS', 'STARTTLS_REQUIRED'],
  ['SMTP', 'STARTTLS_IF_OFFERED', 'STARTTLS_IF_OFFERED'],
  [null, 'SMTPS', 'SMTPS'],
] as const)('an address that says %s makes %s into %s', (protocol, chosen, encryption) => {
  expect(encryptionFor(protocol, chosen)).toBe(encryption);
});

describe('an update', () => {
  it('sends nothing but id and revision when nothing was changed', () => {
    expect(updateInput(saved, draftOf(saved), '')).toEqual({ id: '7', revision: 4 });
  });

  it('sends only what was changed, an emptied optional text as null', () => {
    const server = anSmtpServer({ defaultFrom: 'a@example.org' });
    const draft = { ...draftOf(server), name: 'Relay', defaultFrom: '', maxAttachmentBytes: 1024 };
    expect(updateInput(server, draft, '')).toEqual({
      id: '7',
      revision: 4,
      name: 'Relay',
      defaultFrom: null,
      maxAttachmentBytes: 1024,
    });
  });

  it('leaves an emptied name for the API to refuse', () => {
    expect(updateInput(saved, draftWith({ name: '' }), '')).toMatchObject({ name: '' });
  });

  it('sends protocol and StartTLS for a change of encryption', () => {
    expect(updateInput(saved, draftWith({ encryption: 'NONE' }), '')).toEqual({
      id: '7',
      revision: 4,
      protocol: 'SMTP',
      startTls: 'DISABLED',
    });
  });

  it('sends a typed password together with a new destination', () => {
    expect(updateInput(saved, draftWith({ hostname: 'new.example' }), 'secret')).toMatchObject({
      password: 'secret',
    });
  });

  it.each([
    ['the destination is as it was', { name: 'Relay' }],
    ['the server does not sign in any more', { username: null }],
  ])('never sends a password when %s', (_, change) => {
    expect(updateInput(saved, draftWith(change), 'secret')).not.toHaveProperty('password');
  });
});

describe('adding', () => {
  it('demands encryption unless someone chooses otherwise', () => {
    expect(addInput(newDraft(), '')).toMatchObject({
      protocol: 'SMTP',
      startTls: 'ENABLED_AND_REQUIRED',
      port: 587,
    });
  });

  it('sends no fax template for an SMTP server, and none of the absent texts', () => {
    const input = addInput({ ...newDraft(), faxAddressTemplate: 'FAX={number}@x' }, '');
    expect(input).not.toHaveProperty('faxAddressTemplate');
    expect(input).toMatchObject({ username: null, defaultFrom: null, ehloName: null });
  });

  it('leaves emptied numbers to the defaults of the API', () => {
    const input = addInput({ ...newDraft(), timeoutSeconds: null, maxConnections: null }, '');
    expect(input).not.toHaveProperty('timeoutSeconds');
    expect(input).not.toHaveProperty('maxConnections');
  });

  it('sends a password only with a user name', () => {
    expect(addInput({ ...newDraft(), username: 'u' }, 'secret')).toMatchObject({ password: 'secret' });
    expect(addInput({ ...newDraft(), username: null }, 'secret')).not.toHaveProperty('password');
  });
});

describe('testing a draft', () => {
  it('sends what decides the test, without what only a saved server has', () => {
    expect(draftInput({ ...newDraft(), hostname: 'smtp.example.org' }, '')).toEqual({
      kind: 'SMTP',
      hostname: 'smtp.example.org',
      port: 587,
      protocol: 'SMTP',
      startTls: 'ENABLED_AND_REQUIRED',
      username: null,
      allowInsecureAuth: false,
      mimeAddressStrict: true,
      timeoutSeconds: 30,
      ehloName: null,
    });
  });

  it('sends a password only where one was typed for a user name', () => {
    expect(draftInput(draftWith({ username: 'u' }), 'secret')).toMatchObject({ password: 'secret' });
    expect(draftInput(draftWith({ username: null }), 'secret')).not.toHaveProperty('password');
    expect(draftInput(draftWith({ username: 'u' }), '')).not.toHaveProperty('password');
  });
});

describe('the stored password', () => {
  it.each([
    ['is kept when only the name changes', { name: 'Relay' }, 'KEPT'],
    ['is erased with the host', { hostname: 'new.example' }, 'ERASED_BY_MOVE'],
    ['is erased with the port', { port: 2525 }, 'ERASED_BY_MOVE'],
    ['is erased with the encryption', { encryption: 'SMTPS' }, 'ERASED_BY_MOVE'],
    ['is erased with insecure sign-in', { allowInsecureAuth: true }, 'ERASED_BY_MOVE'],
    ['is erased with the user name', { username: 'other' }, 'ERASED_BY_MOVE'],
    ['is erased when signing in is switched off', { username: null }, 'ERASED_UNNEEDED'],
  ] as const)('%s', (_, change, situation) => {
    expect(passwordSituation(saved, draftWith(change))).toBe(situation);
  });

  it('is asked for in the form when none is stored for the new destination', () => {
    const server = anSmtpServer({ hasPassword: false });
    expect(passwordSituation(server, { ...draftOf(server), port: 25 })).toBe('NEW_DESTINATION');
  });

  it('may be typed while adding, and is not spoken of without sign-in', () => {
    expect(passwordSituation(null, newDraft())).toBe('NEW_SERVER');
    expect(passwordSituation(null, { ...newDraft(), username: null })).toBe('NONE_NEEDED');
  });
});

describe('what follows a choice', () => {
  it('takes the usual port along with the encryption', () => {
    expect(followedFields(newDraft(), { ...newDraft(), encryption: 'SMTPS' })).toEqual({ port: 465 });
  });

  it('leaves a port that someone chose', () => {
    const before = { ...newDraft(), port: 2525 };
    expect(followedFields(before, { ...before, encryption: 'SMTPS' })).toEqual({});
  });

  it('writes the fax template for the host until someone edits it', () => {
    const before = { ...newDraft(), kind: 'FAX' as const, faxAddressTemplate: 'FAX={number}@fax' };
    expect(followedFields({ ...before, hostname: 'fax' }, { ...before, hostname: 'fax.example' })).toEqual({
      faxAddressTemplate: 'FAX={number}@fax.example',
    });
    const edited = { ...before, faxAddressTemplate: '{number}@fax' };
    expect(followedFields({ ...edited, hostname: 'fax' }, { ...edited, hostname: 'fax.example' })).toEqual(
      {},
    );
  });

  it('takes the template back with the kind', () => {
    const before = { ...newDraft(), hostname: 'fax', faxAddressTemplate: 'FAX={number}@fax' };
    expect(followedFields(before, before)).toEqual({ faxAddressTemplate: '' });
  });

  it('shows the address that a template makes', () => {
    expect(faxAddress('FAX={number}@fax.example', '+4930123456')).toBe('FAX=+4930123456@fax.example');
    expect(faxAddress('FAX@fax.example', '+4930123456')).toBeNull();
    expect(faxAddress('{number}{number}@fax.example', '+4930123456')).toBeNull();
  });
});

describe('two people who edit the same server', () => {
  const base = draftOf(saved);

  it('both get their way with different settings', () => {
    const merge = mergeDrafts(base, { ...base, port: 25 }, { ...base, name: 'Relay' });
    expect(merge).toEqual({ disputed: [], theirs: ['port'], draft: { ...base, port: 25, name: 'Relay' } });
  });

  it('dispute a setting that both changed differently', () => {
    const merge = mergeDrafts(base, { ...base, port: 25 }, { ...base, port: 465 });
    expect(merge).toMatchObject({ disputed: ['port'], theirs: [], draft: { port: 465 } });
  });

  it('agree when both chose the same value', () => {
    expect(mergeDrafts(base, { ...base, port: 25 }, { ...base, port: 25 }).disputed).toEqual([]);
  });
});

it('counts a change that was undone as none', () => {
  expect(changedFields(draftOf(saved), draftWith({ name: 'Relay' }))).toEqual(['name']);
  expect(changedFields(draftOf(saved), draftWith({ name: saved.name }))).toEqual([]);
});
