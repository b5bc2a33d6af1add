import { expect, it } from 'vitest';
import { isRefused, knownAction } from './audit-actions.ts';

it.each([
  ['smtpServer.updated', { subject: 'smtpServer', act: 'updated' }],
  ['email.retried', { subject: 'email', act: 'retried' }],
  ['keys.rotated', { subject: 'keys', act: 'rotated' }],
  ['smtpServer.exploded', null],
  ['toString.added', null],
  ['session', null],
  ['', null],
])('knows of %s: %j', (action, known) => {
  expect(knownAction(action)).toEqual(known);
});

it.each([
  ['session.refused', true],
  ['session.reauthenticationRefused', true],
  ['session.attemptsRefused', true],
  ['user.passwordChangeRefused', true],
  ['apiToken.refused', true],
  ['session.begun', false],
  ['user.updated', false],
])('marks %s: %s', (action, isMarked) => {
  expect(isRefused(action)).toBe(isMarked);
});
