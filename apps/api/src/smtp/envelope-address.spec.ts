import { expect, it } from 'vitest';
import { wireAddress } from './envelope-address.ts';

it.each([
  ['ada@example.org', 'ada@example.org', false],
  ['ada..lovelace.@exa_mple.org', 'ada..lovelace.@exa_mple.org', false],
  ['"ada lovelace"@example.org', '"ada lovelace"@example.org', false],
  ['"a\\"@b"@example.org', '"a\\"@b"@example.org', false],
  ['ada@[192.0.2.1]', 'ada@[192.0.2.1]', false],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example', false],
  ['jõgeva@example.org', 'jõgeva@example.org', true],
  ['FAX=+3940226338@gw.example.org', 'FAX=+3940226338@gw.example.org', false],
  ['', '', false],
])('%j goes on the wire as %j', (address, path, needsSmtpUtf8) => {
  expect(wireAddress(address)).toEqual({ path, needsSmtpUtf8 });
});

it.each([
  'ada@example.org\r\nRCPT TO:<eve@example.net>',
  'ada@example.org> SIZE=1',
  'ada@example.org>',
  '<ada@example.org>',
  'ada b@example.org',
  'ada@exam ple.org',
  'a\0da@example.org',
  '"a\r\nb"@example.org',
  '"ada"x"@example.org',
  'ada',
  '@example.org',
  'ada@',
  'ada\u2028@example.org',
])('%j never leaves', (address) => {
  expect(() => wireAddress(address)).toThrow(TypeError);
});
