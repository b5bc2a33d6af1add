import { describe, expect, it } from 'vitest';
import type { EmailState } from '../../generated/graphql.ts';
import {
  BulkAct,
  actFilter,
  concerned,
  doneOf,
  frozenAt,
  isSelectable,
  previewFilters,
  previewOf,
  spreadSeconds,
  underWayFilter,
} from './bulk-acts.ts';

const states = [
  'QUEUED',
  'SENDING',
  'DEFERRED',
  'HELD',
  'ACCEPTED',
  'FAILED',
  'UNCERTAIN',
  'CANCELLED',
] as const satisfies EmailState[];
const everyState = states.map((state) => ({ state }));
const stateOf = ({ state }: { state: EmailState }) => state;

describe('an act on emails that were chosen one by one', () => {
  it.each([
    ['RETRY', ['DEFERRED', 'HELD', 'FAILED']],
    ['RETRY_ON', ['QUEUED', 'DEFERRED', 'HELD', 'FAILED']],
    ['CANCEL', ['QUEUED', 'DEFERRED', 'HELD']],
  ] as const)('%s is for %s', (act, wanted) => {
    expect(concerned(act, everyState, false).map(stateOf)).toEqual(wanted);
    expect(previewOf(act, everyState)).toMatchObject({ matched: 8, changed: wanted.length });
  });

  it('takes those whose outcome is unknown only where somebody wants that, and never cancels them', () => {
    expect(concerned('RETRY', everyState, true).map(stateOf)).toContain('UNCERTAIN');
    expect(previewOf('RETRY', everyState).uncertain).toBe(1);
    expect(previewOf('CANCEL', everyState).uncertain).toBe(0);
  });
});

describe('an act on all emails of a filter', () => {
  it.each([
    ['RETRY', ['DEFERRED', 'FAILED']],
    ['RETRY_ON', ['QUEUED', 'DEFERRED', 'HELD', 'FAILED']],
    ['CANCEL', ['QUEUED', 'DEFERRED', 'HELD']],
  ] as const)('%s is for %s', (act, wanted) => {
    expect(actFilter(act, {}, false).states).toEqual(wanted);
  });

  it('stays within the states of the tab, and keeps the rest of the filter', () => {
    const filter = { states: ['FAILED', 'UNCERTAIN'] as EmailState[], recipient: 'ada@example.org' };
    expect(actFilter('RETRY', filter, false)).toEqual({ states: ['FAILED'], recipient: 'ada@example.org' });
    expect(actFilter('RETRY', filter, true).states).toEqual(['FAILED', 'UNCERTAIN']);
    expect(actFilter('CANCEL', filter, false).states).toEqual([]);
  });

  it('counts apart what may arrive twice, and what its server holds', () => {
    expect(previewFilters('RETRY', {})).toMatchObject({
      uncertain: { states: ['UNCERTAIN'] },
      held: { states: ['HELD'] },
    });
    expect(previewFilters('CANCEL', {})).toMatchObject({ uncertain: { states: [] }, held: { states: [] } });
  });

  it('ends with the newest email that was there when it was confirmed', () => {
    const filter = { until: '2026-11-30T00:00:00.000Z' };
    expect(frozenAt(filter, '2026-11-24T09:12:00.456Z')).toEqual({ until: '2026-11-24T09:12:00.457Z' });
  });

  it('looks for the retried ones among those that wait for their turn', () => {
    expect(underWayFilter({ states: ['FAILED'], search: 'x' })).toEqual({
      states: ['QUEUED', 'SENDING'],
      search: 'x',
    });
  });
});

it('offers every email for selection to which something can be done, or could be in a moment', () => {
  const acts = Object.values(BulkAct);
  for (const email of everyState) {
    const isConcerned = acts.some((act) => concerned(act, [email], true).length > 0);
    expect(isSelectable(email.state), email.state).toBe(isConcerned || email.state === 'SENDING');
  }
});

it.each([
  [1, 1],
  [200, 10],
  [100_000, 900],
])('spreads %i emails over %i seconds', (count, seconds) => {
  expect(spreadSeconds(count)).toBe(seconds);
});

describe('progress', () => {
  const begun = { total: 200, others: 0, done: 0 };

  it.each([
    ['nothing yet', begun, 200, 0],
    ['some', begun, 63, 137],
    ['all', begun, 0, 200],
    ['others that waited before are not counted', { ...begun, others: 40 }, 103, 137],
    ['some of those others have gone', { ...begun, others: 40 }, 30, 200],
    ['more wait than were changed: new mail of the same kind', begun, 250, 0],
    ['it never goes back', { ...begun, done: 137 }, 90, 137],
  ] as const)('%s', (_, progress, counted, done) => {
    expect(doneOf(progress, counted)).toBe(done);
  });

  it('is unknown while the API counts no further, and known from then on', () => {
    const many = { total: 30_000, others: 0, done: null };
    expect(doneOf(many, null)).toBeNull();
    expect(doneOf(many, 9_999)).toBe(20_001);
    expect(doneOf({ ...many, done: 20_001 }, null)).toBe(20_001);
  });
});
