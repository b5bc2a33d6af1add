import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

it.each([
  [
    { input: { password: 'x', repeatPassword: 'x' } },
    { input: { password: '<password>', repeatPassword: '<repeatPassword>' } },
  ],
  [{ input: { setupToken: 'x', code: '123456' } }, { input: { setupToken: '<setupToken>', code: '<code>' } }],
  [{ input: { draft: { password: 'x' } } }, { input: { draft: { password: '<password>' } } }],
  [{ inputs: [{ password: 'x' }] }, { inputs: [{ password: '<password>' }] }],
  // null removes a password, and that is no secret.
  [{ input: { password: null } }, { input: { password: null } }],
  [
    { first: 25, search: 'relay', filter: { states: ['FAILED'] } },
    { first: 25, search: 'relay', filter: { states: ['FAILED'] } },
  ],
])('puts placeholders into %j', (variables, expected) => {
  expect(withoutSecrets(variables)).toEqual(expected);
});
