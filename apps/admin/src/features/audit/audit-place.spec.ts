import { describe, expect, it } from 'vitest';
import { eventFilter, exportPath, filterOf, noFilter, queryOf } from './audit-place.ts';

describe('the filter in the URL', () => {
  it('asks for nothing when there is none', () => {
    expect(filterOf({})).toEqual(noFilter);
    expect(eventFilter(noFilter)).toBeNull();
    expect(queryOf(noFilter)).toEqual({});
  });

  it('comes back as it was written', () => {
    const filter = { ...noFilter, actor: 'ada@example.org', since: '2026-11-03T12:00:00.000Z' };
    const query = queryOf(filter);
    expect(filterOf({ actor: String(query['actor']), since: String(query['since']) })).toEqual(filter);
    expect(eventFilter(filter)).toEqual({ actor: 'ada@example.org', since: '2026-11-03T12:00:00.000Z' });
  });

  it('leaves out a moment that the API could not read, which would make it refuse the whole page', () => {
    expect(filterOf({ since: 'yesterday', until: '2026-11-03' })).toEqual({
      ...noFilter,
      until: '2026-11-03T00:00:00.000Z',
    });
  });

  it('takes the first of several, and nothing that it does not know', () => {
    expect(filterOf({ actor: ['a', 'b'], after: ['x'], role: 'ADMIN' })).toEqual({ ...noFilter, actor: 'a' });
  });
});

describe('the export', () => {
  it('is of everything', () => {
    expect(exportPath('csv', noFilter)).toBe('/audit.csv');
  });

  it('is of what the filter shows, whatever signs are in it', () => {
    const path = exportPath('jsonl', { ...noFilter, actor: 'CRM & co', subject: 'ada+1@example.org' });
    const url = new URL(path, 'https://mail.example.org');
    expect(url.pathname).toBe('/audit.jsonl');
    expect(Object.fromEntries(url.searchParams)).toEqual({ actor: 'CRM & co', subject: 'ada+1@example.org' });
  });
});
