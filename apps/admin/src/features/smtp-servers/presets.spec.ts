import { describe, expect, it } from 'vitest';
import { type Preset, type PresetId, presetValues, presets } from './presets.ts';
import { newDraft } from './smtp-server-draft.ts';

const all: [string, Preset][] = Object.entries(presets);

it.each(all.filter(([, { name }]) => name !== null))(
  '%s is a place with encryption that cannot be left out, and where to read more',
  (_, { kind, hostname, encryption, documentation }) => {
    expect(kind).toBe('SMTP');
    expect(hostname).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    expect(['SMTPS', 'STARTTLS_REQUIRED']).toContain(encryption);
    expect(new URL(documentation!).protocol).toBe('https:');
  },
);

it('has each place once', () => {
  const places = all.map(([, { hostname }]) => hostname).filter(Boolean);
  expect(new Set(places).size).toBe(places.length);
});

describe('choosing a provider', () => {
  it('fills in what is known of it', () => {
    expect(presetValues('FASTMAIL', 'OTHER', newDraft())).toEqual({
      kind: 'SMTP',
      name: 'Fastmail',
      hostname: 'smtp.fastmail.com',
      encryption: 'SMTPS',
      port: 465,
      username: '',
      faxAddressTemplate: '',
    });
  });

  it('leaves nothing of the one that was chosen before', () => {
    const sendgrid = { ...newDraft(), ...presetValues('SENDGRID', 'OTHER', newDraft()) };
    expect(sendgrid.username).toBe('apikey');
    const { name, username } = presetValues('OTHER', 'SENDGRID', sendgrid);
    expect({ name, username }).toEqual({ name: '', username: '' });
  });

  it('keeps the name and the user name that somebody typed', () => {
    const typed = { ...newDraft(), name: 'Invoices', username: 'alice@example.org' };
    expect(presetValues('GMAIL', 'OTHER', typed)).toMatchObject({
      name: 'Invoices',
      username: 'alice@example.org',
    });
  });

  it('keeps a host that somebody typed where the choice names none', () => {
    const typed = {
      ...newDraft(),
      name: 'Relay',
      hostname: 'relay.example.org',
      encryption: 'NONE' as const,
      port: 2525,
    };
    expect({ ...typed, ...presetValues('OWN', 'OTHER', typed) }).toEqual(typed);
    expect(presetValues('GMAIL', 'OTHER', typed).hostname).toBe('smtp.gmail.com');
    const gmail = { ...typed, ...presetValues('GMAIL', 'OTHER', typed) };
    expect(presetValues('OTHER', 'GMAIL', gmail)).toMatchObject({ hostname: '', port: 587 });
  });

  it('brings the sign-in back that the place needs', () => {
    expect(presetValues('GMAIL', 'OTHER', { ...newDraft(), username: null }).username).toBe('');
  });

  it('makes a fax server of it where that was chosen', () => {
    const kinds = (['FAX', 'OWN', 'OTHER'] satisfies PresetId[]).map(
      (id) => presetValues(id, 'GMAIL', newDraft()).kind,
    );
    expect(kinds).toEqual(['FAX', 'SMTP', 'SMTP']);
  });

  it.each([
    ['', 'FAX={number}@'],
    ['fax.example.org', 'FAX={number}@fax.example.org'],
  ])('offers the usual address of a fax gateway "%s", and takes it back', (hostname, usual) => {
    const draft = { ...newDraft(), hostname };
    const fax = { ...draft, ...presetValues('FAX', 'OTHER', draft) };
    expect(fax.faxAddressTemplate).toBe(usual);
    expect(presetValues('OTHER', 'FAX', fax).faxAddressTemplate).toBe('');
  });

  it('keeps an address of a fax gateway that somebody wrote', () => {
    const typed = { ...newDraft(), kind: 'FAX' as const, faxAddressTemplate: '{number}@fax.example.org' };
    expect(presetValues('FAX', 'OTHER', typed).faxAddressTemplate).toBe('{number}@fax.example.org');
  });
});
