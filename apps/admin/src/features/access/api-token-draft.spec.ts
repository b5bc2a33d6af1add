import { expect, it } from 'vitest';
import { createInput, newApiToken, sendersOf } from './api-token-draft.ts';

const now = new Date('2026-11-03T12:00:00Z');

it('allows nothing by default, and ends', () => {
  expect(createInput(newApiToken(), now)).toEqual({
    name: '',
    scopes: [],
    serverIds: null,
    allowedFrom: null,
    expiresAt: '2027-02-01T12:00:00.000Z',
  });
});

it('keeps to the chosen servers and senders, also where none is chosen yet: the API says so', () => {
  const draft = { ...newApiToken(), servers: [{ id: '7', name: 'Relay' }], senders: '' };
  expect(createInput(draft, now)).toMatchObject({ serverIds: ['7'], allowedFrom: [] });
});

it('is not sent before it is decided when it ends', () => {
  expect(createInput({ ...newApiToken(), expiry: 'DATE' }, now)).toBeNull();
  expect(createInput({ ...newApiToken(), expiry: 'NEVER' }, now)).toMatchObject({ expiresAt: null });
});

it('takes senders however they are set apart', () => {
  expect(sendersOf('  crm@example.org\n@shop.example, b@example.org ;c@example.org\n')).toEqual([
    'crm@example.org',
    '@shop.example',
    'b@example.org',
    'c@example.org',
  ]);
});
