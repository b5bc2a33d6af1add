import { describe, expect, it } from 'vitest';
import { emailFilter, noFilter, placeOf, queryOf } from './outbox-place.ts';
import { outboxTabs, tabNames } from './outbox-tabs.ts';

const everything = {
  search: 'Invoice 100 %',
  server: '0198c0de-0000-7000-8000-000000000001',
  recipient: 'ada@example.org',
  messageId: '<0198@example.org>',
  idempotencyKey: 'order 7/1',
  since: '2026-11-24T08:00:00.000Z',
  until: '2026-11-25T08:00:00.000Z',
};

describe('the URL of the outbox', () => {
  it.each([
    ['nothing chosen', { tab: 'waiting', filter: noFilter }],
    ['everything chosen', { tab: 'failed', filter: everything }],
    ['one field', { tab: 'all', filter: { ...noFilter, recipient: 'ada@example.org' } }],
  ] as const)('leads back to the same place, with %s', (_, place) => {
    // As the router writes and reads it: absent fields are absent.
    expect(placeOf(JSON.parse(JSON.stringify(queryOf(place))))).toEqual(place);
  });

  it('names only what differs from the first look at the outbox', () => {
    expect(queryOf({ tab: 'waiting', filter: noFilter })).toEqual({});
  });

  it('may come from anywhere: what it has and nobody understands is left out', () => {
    const query = {
      tab: 'spam',
      since: 'yesterday',
      until: ['2026-11-25T09:00:00+01:00', 'x'],
      search: null,
    };
    expect(placeOf({ ...query, after: ['one', null], other: 'x' })).toEqual({
      tab: 'waiting',
      filter: { ...noFilter, until: '2026-11-25T08:00:00.000Z' },
    });
  });
});

describe('the filter that the API is asked with', () => {
  it('has the states of the tab, and nothing that was not asked for', () => {
    expect(emailFilter('failed', noFilter)).toEqual({ states: ['FAILED', 'UNCERTAIN'] });
    expect(emailFilter('all', noFilter)).toEqual({});
  });

  it('has everything that was asked for', () => {
    const { server: serverId, ...others } = everything;
    expect(emailFilter('sent', everything)).toEqual({ states: ['ACCEPTED'], serverId, ...others });
  });
});

it('shows each email on exactly one tab beside "all"', () => {
  const states = tabNames.flatMap((name) => outboxTabs[name] ?? []);
  expect([...states].sort()).toEqual([
    'ACCEPTED',
    'CANCELLED',
    'DEFERRED',
    'FAILED',
    'HELD',
    'QUEUED',
    'SENDING',
    'UNCERTAIN',
  ]);
});
