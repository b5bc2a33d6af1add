import { expect, it } from 'vitest';
import { kindOfChange } from './audit-change.ts';

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
