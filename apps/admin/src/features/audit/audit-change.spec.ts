import { expect, it } from 'vitest';
import { kindOfChange, shownAtOnce } from './audit-change.ts';

it.each([
  ['SECRET', { field: 'password', before: null, after: 'changed' }],
  ['SET', { field: 'name', before: null, after: 'changed' }],
  ['SET', { field: 'port', before: null, after: '587' }],
  ['TAKEN_AWAY', { field: 'secondFactor', before: 'enabled', after: null }],
  ['CHANGED', { field: 'role', before: 'VIEWER', after: 'ADMIN' }],
  ['CHANGED', { field: 'ehloName', before: '', after: 'mail.example.org' }],
])('is %s: %j', (kind, change) => {
  expect(kindOfChange(change)).toBe(kind);
});

it.each([
  ['of something new', null, 20, 2],
  ['of something new', null, 3, 3],
  ['of something new', null, 1, 1],
  ['of something changed', 'x', 6, 6],
  ['of something changed', 'x', 7, 5],
])('shows %s (before: %s) with %i fields %i of them at once', (_, before, count, shown) => {
  const changes = Array.from({ length: count }, (_, index) => ({ field: String(index), before, after: 'y' }));
  expect(shownAtOnce(changes)).toBe(shown);
});
