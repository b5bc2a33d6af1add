import { expect, it } from 'vitest';
import { variableExcess } from './variable-limits.ts';

it.each([
  ['nothing', {}],
  [
    '500 emails with all that one may have',
    { inputs: Array(500).fill({ to: Array(100).fill('a'), text: 'x' }) },
  ],
  ['1000 entries', { ids: Array(1000).fill('x') }],
  ['nulls', { a: null, b: [null, { c: null }] }],
])('takes %s', (_, variables) => {
  expect(variableExcess(variables)).toBeNull();
});

it.each([
  ['1001 entries', { input: { ids: Array(1001).fill('x') } }, 'A list in the variables is too long'],
  ['too many lists', { inputs: Array(400).fill({ to: Array(400).fill('a') }) }, 'too many values'],
  [
    'too many names',
    Object.fromEntries(Array.from({ length: 100_001 }, (__, n) => [n, n])),
    'too many values',
  ],
  [
    'a list behind the name of a prototype',
    JSON.parse(`{"__proto__":[${'1,'.repeat(1000)}1]}`) as object,
    'too long',
  ],
])('refuses %s', (_, variables, words) => {
  expect(variableExcess(variables)).toContain(words);
});
