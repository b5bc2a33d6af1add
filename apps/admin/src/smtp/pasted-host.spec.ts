import { expect, it } from 'vitest';
import { parsePastedHost } from './pasted-host.ts';

it.each([
  ['smtp://smtp.example.org:587', 'smtp.example.org', 587, 'SMTP'],
  ['submission://smtp.example.org', 'smtp.example.org', null, 'SMTP'],
  ['SMTPS://smtp.example.org/', 'smtp.example.org', null, 'SMTPS'],
  ['submissions://smtp.example.org:4465', 'smtp.example.org', 4465, 'SMTPS'],
  [' smtp.example.org:25 ', 'smtp.example.org', 25, null],
  ['[2001:db8::1]:25', '2001:db8::1', 25, null],
  ['[2001:db8::1]', '2001:db8::1', null, null],
  ['smtps://alice:secret@smtp.example.org:465', 'smtp.example.org', 465, 'SMTPS'],
  ['bücher.example:25', 'bücher.example', 25, null],
])('takes %s apart', (text, hostname, port, protocol) => {
  expect(parsePastedHost(text)).toEqual({ hostname, port, protocol });
});

it.each([
  'smtp.example.org',
  '',
  '2001:db8::1',
  'https://smtp.example.org',
  'smtp.example.org:99999',
  'smtp.example.org:0',
  'smtp.example.org/path',
  'two words:25',
])('leaves %s as it is', (text) => {
  expect(parsePastedHost(text)).toBeNull();
});
